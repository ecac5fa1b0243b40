---
# One page of A4, for a window envelope (DIN 5008 form B).
channel: letter
language: en
from: owner
---
=== html
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Letter</title>
<style>
@page { size: A4; margin: 0; }
html { background: #ffffff; }
body { position: relative; box-sizing: border-box; width: 210mm; min-height: 297mm; margin: 0; color: #1d1d1b; font-family: Georgia, 'Liberation Serif', serif; font-size: 11.5pt; line-height: 1.5; }
.head { position: absolute; top: 18mm; right: 25mm; margin: 0; white-space: nowrap; font-size: 16pt; letter-spacing: .02em; color: #0b6a57; }
.window { position: absolute; top: 45mm; left: 25mm; width: 80mm; height: 45mm; font-size: 10.5pt; line-height: 1.35; }
.back { font-size: 7.5pt; color: #555555; margin: 0 0 6mm; }
.body { padding: 98mm 25mm 20mm; }
.day { text-align: right; margin: 0 0 9mm; }
.subject { font-weight: bold; margin: 0 0 6mm; }
p { margin: 0 0 4mm; }
.sign { margin-top: 16mm; }
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
<p class="subject">What your roof could do<#if lead.company??> for ${lead.company}</#if></p>
<p>Dear ${lead.name!"reader"},</p>
<p>you have had mail from me on a screen. I am sending this one on paper, because a decision that lasts twenty-five years deserves something you can put on a desk and write on.</p>
<#if lastConversation?? && lastConversation.agreed??>
<p>When we spoke on ${lastConversation.on} we agreed: ${lastConversation.agreed}. I have not forgotten it.</p>
<#elseif lead.attributes.interest??>
<p>You asked about “${lead.attributes.interest}”. Whether it pays depends on little more than three lines of your electricity bill.</p>
<#else>
<p>You asked about solar power. Whether it pays depends on little more than three lines of your electricity bill.</p>
</#if>
<p>Here is what I propose. Take your last annual bill, write the size of your roof in its margin, and take a picture of it with your phone. Send it to ${(owner.email)!sender.address}. You get one page back, with the cost, the yearly return and the year in which it has paid for itself. Nobody will call at your door unless you ask for it.</p>
<#if lead.city??>
<p>If you would like to see one running before you decide, I will gladly show you one near ${lead.city}, and its owner will tell you what he would do differently.</p>
<#else>
<p>If you would like to see one running before you decide, I will gladly show you one, and its owner will tell you what he would do differently.</p>
</#if>
<p class="sign">Yours sincerely,</p>
<p style="margin-top:14mm;"><#if owner??>${owner.name}<br></#if>${sender.name}<#if (owner.phone)??><br>${owner.phone}</#if></p>
</div>
</body>
</html>
