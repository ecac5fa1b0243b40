---
# The frame of a letter on US letter paper, folded in three for a #10 window envelope (window 4 1/2 by 1 1/8 inches, 7/8 inch
# from the left and 1/2 inch from the bottom), and the signature. Pages after the first have numbers.
channel: layout
---
=== html
<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>Letter</title>
<style>
@page { size: 8.5in 11in; margin: 1in; @bottom-right { font-family: 'Liberation Serif', serif; font-size: 9pt; color: #555555; content: counter(page) " / " counter(pages); } }
@page :first { margin-top: 0; margin-bottom: 0.6in; @bottom-right { content: ""; } }
html { background: #ffffff; }
body { margin: 0; color: #1d1d1b; font-family: 'Liberation Serif', Georgia, serif; font-size: 11pt; line-height: 1.42; }
.first { position: relative; height: 3.75in; }
.head { position: absolute; top: 0.6in; left: 0; margin: 0; white-space: nowrap; font-size: 16pt; color: #0b6a57; }
.back { position: absolute; top: 0.95in; left: 0; margin: 0; font-size: 9pt; color: #555555; }
.day { position: absolute; top: 0.64in; right: 0; margin: 0; }
.to { position: absolute; top: 2.13in; left: 0; width: 4.2in; max-height: 1in; overflow: hidden; font-size: 11pt; line-height: 1.1; word-wrap: break-word; }
.many { width: 4.3in; font-size: 8pt; line-height: 1.1; }
.subject { font-weight: bold; margin: 0 0 0.2in; }
p { margin: 0 0 3.2mm; }
ol, ul { margin: 0 0 3.2mm; padding-left: 6mm; }
li { margin: 0 0 1.4mm; }
p, li { orphans: 2; widows: 2; }
.sign { margin: 0.3in 0 0; page-break-inside: avoid; }
@media screen { body { max-width: 6.5in; margin: 0 auto; padding: 0 1in 1in; } }
</style>
</head>
<body>
<div class="first">
<p class="head">${sender.name}</p>
<p class="back">${sender.postalAddress}</p>
<p class="day">${today}</p>
<div class="to<#if lead.envelopeIsLong> many</#if>"><#list lead.envelope as line>${line}<#sep><br></#sep></#list></div>
</div>
${content}
<div class="sign">
<p style="margin-bottom: 0.5in;">${(owner.closing)!"Sincerely"},</p>
<p style="margin: 0;"><#if owner??><#list owner.signature as line>${line}<#sep><br></#sep></#list><#else>${sender.name}</#if></p>
</div>
</body>
</html>
