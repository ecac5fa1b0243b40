---
# A card, A6: kind words and no offer; those of a library item if the touch brings one.
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
body { box-sizing: border-box; width: 148mm; min-height: 105mm; margin: 0; padding: 14mm 16mm; color: #1d1d1b; font-family: Georgia, 'Liberation Serif', serif; font-size: 12pt; line-height: 1.55; }
p { margin: 0 0 4mm; }
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
<p>Nothing to answer. Only my best wishes.</p>
</#if>
<p style="margin-top:8mm;"><#if owner??>${owner.name}, </#if>${sender.name}</p>
</body>
</html>
