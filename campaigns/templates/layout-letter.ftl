---
# The frame of a letter: one page of A4 for a window envelope (DIN 5008 form B), and the signature.
channel: layout
---
=== html
<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>Letter</title>
<style>
@page { size: A4; margin: 0; }
html { background: #ffffff; }
body { position: relative; box-sizing: border-box; width: 210mm; min-height: 297mm; margin: 0; color: #1d1d1b; font-family: Georgia, 'Liberation Serif', serif; font-size: 10.5pt; line-height: 1.42; }
.head { position: absolute; top: 18mm; right: 25mm; margin: 0; white-space: nowrap; font-size: 16pt; letter-spacing: .02em; color: #0b6a57; }
.window { position: absolute; top: 45mm; left: 25mm; width: 80mm; height: 45mm; font-size: 10pt; line-height: 1.35; }
.back { font-size: 7.5pt; color: #555555; margin: 0 0 6mm; }
.body { padding: 98mm 25mm 12mm; }
.day { text-align: right; margin: 0 0 7mm; }
.subject { font-weight: bold; margin: 0 0 5mm; }
p { margin: 0 0 3.2mm; }
ol, ul { margin: 0 0 3.2mm; padding-left: 6mm; }
li { margin: 0 0 1.4mm; }
.sign { margin-top: 8mm; }
</style>
</head>
<body>
<p class="head">${sender.name}</p>
<div class="window">
<p class="back">${sender.postalAddress}</p>
<#if lead.company??>${lead.company}<br></#if>
<#if lead.name??>${lead.name}<br></#if>
<#list lead.address![] as line>${line}<#sep><br></#sep></#list>
</div>
<div class="body">
<p class="day">${today}</p>
${content}
<p class="sign">Yours sincerely,</p>
<p style="margin-top:12mm;"><#if owner??>${owner.name}<br></#if>${sender.name}<#if (owner.phone)??><br>${owner.phone}</#if></p>
</div>
</body>
</html>
