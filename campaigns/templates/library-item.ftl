---
# Frames an item of the library. The item ends with the next step, so the frame adds none of its own.
channel: email
layout: layout-mail
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
<#if lastConversation?? && lastConversation.agreed??>
On ${lastConversation.on} we agreed: ${lastConversation.agreed}. That stands; this is something for the meantime.

</#if>
Your reply comes straight to my desk<#if lead.company??>, where I have what we know about ${lead.company}</#if>.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<#list item.paragraphs as paragraph>
<p>${paragraph}</p>
</#list>
<#if item.fact??>
<p>${item.fact}</p>
</#if>
<#if lastConversation?? && lastConversation.agreed??>
<p>On ${lastConversation.on} we agreed: ${lastConversation.agreed}. That stands; this is something for the meantime.</p>
</#if>
<p>Your reply comes straight to my desk<#if lead.company??>, where I have what we know about ${lead.company}</#if>.</p>
