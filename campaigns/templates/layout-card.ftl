---
# The frame of a card, A6 across, and the signature.
channel: layout
---
=== html
<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>Card</title>
<style>
@page { size: 148mm 105mm; margin: 0; }
html { background: #ffffff; }
body { box-sizing: border-box; width: 148mm; min-height: 105mm; margin: 0; padding: 14mm 16mm; color: #1d1d1b; font-family: Georgia, 'Liberation Serif', serif; font-size: 12pt; line-height: 1.5; }
p { margin: 0 0 4mm; }
</style>
</head>
<body>
${content}
<p style="margin-top:8mm;"><#if owner??>${owner.name}, </#if>${sender.name}</p>
</body>
</html>
