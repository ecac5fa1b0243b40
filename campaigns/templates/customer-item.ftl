---
# Frames an item of the library for those who have a system from us.
channel: email
layout: layout-customer
language: en
from: owner
needs: item
subject: ${item.subject}
preheader: ${item.reason?cap_first}
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

<#list item.paragraphs as paragraph>
${paragraph}

</#list>
<#if item.fact??>
${item.fact}

</#if>
Your reply comes straight to my desk<#if lead.company??>, where the papers of ${lead.company} are</#if>.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<#list item.paragraphs as paragraph>
<p>${paragraph}</p>
</#list>
<#if item.fact??>
<p>${item.fact}</p>
</#if>
<p>Your reply comes straight to my desk<#if lead.company??>, where the papers of ${lead.company} are</#if>.</p>
