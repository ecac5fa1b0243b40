---
# The frame of a letter on A4, for a window envelope (DIN 5008 form B: the address field is 85 by 45 mm, 20 mm from the left and
# 45 mm from the top), and the signature. Pages after the first have numbers.
channel: layout
---
=== html
<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>Letter</title>
<style>
@page { size: A4; margin: 25mm 0 20mm; @bottom-right { padding-right: 20mm; font-family: 'Liberation Serif', serif; font-size: 8.5pt; color: #555555; content: counter(page) " / " counter(pages); } }
@page :first { margin-top: 0; margin-bottom: 12mm; @bottom-right { content: ""; } }
html { background: #ffffff; }
body { margin: 0; padding: 0 20mm 0 25mm; color: #1d1d1b; font-family: 'Liberation Serif', Georgia, serif; font-size: 10.5pt; line-height: 1.42; }
.first { position: relative; height: 98.5mm; }
.head { position: absolute; top: 18mm; left: 0; right: 0; margin: 0; text-align: right; white-space: nowrap; font-size: 16pt; color: #0b6a57; }
.back { position: absolute; top: 46mm; left: 0; width: 80mm; margin: 0; overflow: hidden; white-space: nowrap; font-size: 7pt; line-height: 1.2; color: #555555; }
.to { position: absolute; top: 60mm; left: 0; width: 80mm; max-height: 30mm; overflow: hidden; font-size: 10pt; line-height: 1.3; word-wrap: break-word; }
.many { top: 51mm; max-height: 39mm; font-size: 8.5pt; line-height: 1.2; }
.day { position: absolute; top: 85mm; right: 0; margin: 0; }
.fold, .punch { position: absolute; left: -21mm; width: 4mm; height: 0; border-top: 0.1mm solid #999999; }
.punch { left: -22mm; width: 6mm; }
.subject { font-weight: bold; margin: 0 0 5mm; }
p { margin: 0 0 3.2mm; }
ol, ul { margin: 0 0 3.2mm; padding-left: 6mm; }
li { margin: 0 0 1.4mm; }
p, li { orphans: 2; widows: 2; }
.sign { margin: 8mm 0 0; page-break-inside: avoid; }
@media screen { body { max-width: 165mm; margin: 0 auto; } }
</style>
</head>
<body>
<div class="first">
<p class="head">${sender.name}</p>
<p class="back">${sender.postalAddress}</p>
<div class="to<#if lead.envelopeIsLong> many</#if>"><#list lead.envelope as line>${line}<#sep><br></#sep></#list></div>
<p class="day">${today}</p>
<div class="fold" style="top: 105mm;"></div>
<div class="punch" style="top: 148.5mm;"></div>
<div class="fold" style="top: 210mm;"></div>
</div>
${content}
<div class="sign">
<p style="margin-bottom: 13mm;">${(owner.closing)!"Yours sincerely"},</p>
<p style="margin: 0;"><#if owner??><#list owner.signature as line>${line}<#sep><br></#sep></#list><#else>${sender.name}</#if></p>
</div>
</body>
</html>
