---
# "please-confirm" for those who read Spanish.
channel: email
language: es
from: house
subject: Confirme su dirección, por favor
preheader: Alguien dejó esta dirección en nuestra web. ¿Fue usted?
---
=== text
Hola:

Alguien indicó esta dirección de correo en la web de ${sender.name} y nos pidió que le escribiéramos.

Si fue usted, confírmelo aquí, por favor:
${links.confirm}

Si no fue usted, no tiene que hacer nada. No volveremos a escribirle.

También puede decirnos ahora mismo que no escribamos nunca más a esta dirección:
${links.unsubscribe}

${sender.name}
${sender.postalAddress}
=== html
<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>Confirme su dirección, por favor</title>
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
<p>Hola:</p>
<p>Alguien indicó esta dirección de correo en la web de ${sender.name} y nos pidió que le escribiéramos.</p>
<p>Si fue usted, confírmelo, por favor: <a href="${links.confirm}"><b>Sí, fui yo</b></a></p>
<p style="margin:0;">Si no fue usted, no tiene que hacer nada. No volveremos a escribirle.</p>
</div>
</td></tr>
<tr><td class="small" style="padding:20px 40px 8px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:1.5;color:#5d6b66;">
<p style="margin:0 0 8px;">También puede decirnos ahora mismo que <a href="${links.unsubscribe}">no escribamos nunca más a esta dirección</a>.</p>
<p style="margin:0;">${sender.name}, ${sender.postalAddress}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
