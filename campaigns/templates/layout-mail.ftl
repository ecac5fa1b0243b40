---
# The frame of every mail to a lead: signature, both ways out, postal address.
channel: layout
---
=== text
${content}

<#if owner??>
${owner.name}
${sender.name}<#if owner.phone??> · ${owner.phone}</#if>
<#else>
The team at ${sender.name}
</#if>

--
Decided already? Tell me here, and I ring you myself:
${links.readyToBuy}

Less often, a pause, other topics? You choose:
${links.preferences}

No more from me? One click stops it:
${links.unsubscribe}

${sender.postalAddress}
=== html
<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; }
p { margin: 0 0 16px; }
ol, ul { margin: 0 0 16px; padding-left: 24px; }
li { margin: 0 0 8px; }
a { color: #0b6a57; }
@media (max-width: 480px) {
  .sheet { padding: 24px 20px !important; }
}
@media (prefers-color-scheme: dark) {
  body, .ground { background: #10171a !important; }
  .sheet { background: #182226 !important; }
  .words, .words p, .words li, .words h1 { color: #e6ecea !important; }
  .small { color: #a4b1ae !important; }
  .line { border-color: #33424a !important; }
  a { color: #6fd3ba !important; }
  a.button { background: #6fd3ba !important; color: #0c1a16 !important; }
  .accent { background: #6fd3ba !important; }
}
</style>
</head>
<body style="margin:0;padding:0;background:#f2f4f1;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${preheader}</div>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f1;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;">
<tr><td class="accent" style="background:#0b6a57;height:4px;line-height:4px;font-size:4px;">&#160;</td></tr>
<tr><td class="sheet" style="background:#ffffff;padding:36px 40px;">
<div class="words" style="font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55;color:#1d2a26;">
${content}
<#if owner??>
<p style="margin:24px 0 0;">${owner.name}<br>
<span class="small" style="color:#5d6b66;">${sender.name}<#if owner.phone??> · ${owner.phone}</#if></span></p>
<#else>
<p style="margin:24px 0 0;">The team at ${sender.name}</p>
</#if>
</div>
</td></tr>
<tr><td class="small" style="padding:20px 40px 8px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:1.5;color:#5d6b66;">
<p style="margin:0 0 8px;">Decided already? <a href="${links.readyToBuy}">Tell me, and I ring you myself.</a></p>
<p style="margin:0 0 8px;">Less often, a pause, other topics? <a href="${links.preferences}">You choose.</a></p>
<p style="margin:0 0 8px;">No more from me? <a href="${links.unsubscribe}">One click stops it.</a></p>
<p style="margin:0;">${sender.postalAddress}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
