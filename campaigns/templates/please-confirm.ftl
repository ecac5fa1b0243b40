---
# The one mail that goes out before a lead has confirmed. It offers nothing: only the question whether it was them.
channel: email
language: en
from: house
subject: Please confirm your address
preheader: Somebody left this address on our website. Was it you?
---
=== text
Hello,

somebody gave this email address on the website of ${sender.name} and asked us to write to it.

If it was you, please confirm it here:
${links.confirm}

If it was not you, you need not do anything. We will not write to you again.

You can also tell us right away never to write to this address:
${links.unsubscribe}

${sender.name}
${sender.postalAddress}
=== html
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>Please confirm your address</title>
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
<p>Hello,</p>
<p>somebody gave this email address on the website of ${sender.name} and asked us to write to it.</p>
<p>If it was you, please confirm it: <a href="${links.confirm}"><b>Yes, it was me</b></a></p>
<p style="margin:0;">If it was not you, you need not do anything. We will not write to you again.</p>
</div>
</td></tr>
<tr><td class="small" style="padding:20px 40px 8px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:1.5;color:#5d6b66;">
<p style="margin:0 0 8px;">You can also tell us right away <a href="${links.unsubscribe}">never to write to this address</a>.</p>
<p style="margin:0;">${sender.name}, ${sender.postalAddress}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
