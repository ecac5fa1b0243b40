---
# "please-confirm" for those who read German.
channel: email
language: de
from: house
subject: Bitte bestätigen Sie Ihre Adresse
preheader: Jemand hat diese Adresse auf unserer Website angegeben. Waren Sie das?
---
=== text
Guten Tag,

jemand hat auf der Website von ${sender.name} diese E-Mail-Adresse angegeben und uns gebeten, an sie zu schreiben.

Wenn Sie das waren, bestätigen Sie es bitte hier:
${links.confirm}

Wenn Sie es nicht waren, müssen Sie nichts tun. Wir schreiben Ihnen nicht noch einmal.

Sie können uns auch gleich sagen, dass wir nie wieder an diese Adresse schreiben sollen:
${links.unsubscribe}

${sender.name}
${sender.postalAddress}
=== html
<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>Bitte bestätigen Sie Ihre Adresse</title>
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
<p>Guten Tag,</p>
<p>jemand hat auf der Website von ${sender.name} diese E-Mail-Adresse angegeben und uns gebeten, an sie zu schreiben.</p>
<p>Wenn Sie das waren, bestätigen Sie es bitte: <a href="${links.confirm}"><b>Ja, das war ich</b></a></p>
<p style="margin:0;">Wenn Sie es nicht waren, müssen Sie nichts tun. Wir schreiben Ihnen nicht noch einmal.</p>
</div>
</td></tr>
<tr><td class="small" style="padding:20px 40px 8px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:1.5;color:#5d6b66;">
<p style="margin:0 0 8px;">Sie können uns auch gleich sagen, dass wir <a href="${links.unsubscribe}">nie wieder an diese Adresse schreiben</a> sollen.</p>
<p style="margin:0;">${sender.name}, ${sender.postalAddress}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
