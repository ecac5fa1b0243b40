---
# A card, A6: kind words and no offer; those of a library item if the touch brings one. One line is only for its reader: of what
# was agreed, else of the last talk.
channel: card
language: en
from: owner
---
=== html
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Card</title>
<style>
@page { size: 148mm 105mm; margin: 0; }
html { background: #ffffff; }
body { box-sizing: border-box; width: 148mm; min-height: 105mm; margin: 0; padding: 10mm 14mm; color: #1d1d1b; font-family: Georgia, 'Liberation Serif', serif; font-size: 11pt; line-height: 1.4; }
p { margin: 0 0 3mm; }
</style>
</head>
<body>
<p>Dear ${lead.firstName!lead.name!"neighbour"},</p>
<#if item??>
<#list item.paragraphs as paragraph>
<p>${paragraph}</p>
</#list>
<#else>
<p>the days are turning, and with them the light on the roofs<#if lead.city??> of ${lead.city}</#if>. Every year at this time I think of the people I have talked to about it.</p>
<p>I hope it has been a good season<#if lead.company??> for everybody at ${lead.company}</#if>, with work that you enjoy and an evening now and then to sit in the sun and do nothing.</p>
</#if>
<#if (lastConversation.agreed)??>
<p>What we agreed I have not forgotten: “${lastConversation.agreed?truncate(110, "…")}”.</p>
<#elseif lastConversation??>
<p>Our talk on ${lastConversation.on} I remember gladly.</p>
<#elseif !item??>
<p>Nothing to answer. Only my best wishes.</p>
</#if>
<p style="margin-top:5mm;"><#if owner??>${owner.name}, </#if>${sender.name}</p>
</body>
</html>
