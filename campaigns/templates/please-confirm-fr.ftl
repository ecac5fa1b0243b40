---
# "please-confirm" for those who read French.
channel: email
language: fr
from: house
subject: Merci de confirmer votre adresse
preheader: Quelqu’un a laissé cette adresse sur notre site. Était-ce vous ?
---
=== text
Bonjour,

quelqu’un a indiqué cette adresse e-mail sur le site de ${sender.name} et nous a demandé d’y écrire.

Si c’était vous, merci de le confirmer ici :
${links.confirm}

Si ce n’était pas vous, vous n’avez rien à faire. Nous ne vous écrirons plus.

Vous pouvez aussi nous dire tout de suite de ne plus jamais écrire à cette adresse :
${links.unsubscribe}

${sender.name}
${sender.postalAddress}
=== html
<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>Merci de confirmer votre adresse</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; }
p { margin: 0 0 16px; }
a { color: #0b6a57; }
@media (prefers-color-scheme: dark) {
  body, .ground { background: #10171a !important; }
  .sheet { background: #182226 !important; }
  .words, .words p { color: #e6ecea !important; }
  .small { color: #a4b1ae !important; }
  a { color: #6fd3ba !important; }
}
</style>
</head>
<body style="margin:0;padding:0;background:#f2f4f1;">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f1;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;">
<tr><td class="sheet" style="background:#ffffff;padding:36px 40px;">
<div class="words" style="font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55;color:#1d2a26;">
<p>Bonjour,</p>
<p>quelqu’un a indiqué cette adresse e-mail sur le site de ${sender.name} et nous a demandé d’y écrire.</p>
<p>Si c’était vous, merci de le confirmer : <a href="${links.confirm}"><b>Oui, c’était moi</b></a></p>
<p style="margin:0;">Si ce n’était pas vous, vous n’avez rien à faire. Nous ne vous écrirons plus.</p>
</div>
</td></tr>
<tr><td class="small" style="padding:20px 40px 8px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:1.5;color:#5d6b66;">
<p style="margin:0 0 8px;">Vous pouvez aussi nous dire tout de suite de <a href="${links.unsubscribe}">ne plus jamais écrire à cette adresse</a>.</p>
<p style="margin:0;">${sender.name}, ${sender.postalAddress}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
