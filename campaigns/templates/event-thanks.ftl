---
channel: email
layout: layout-mail
language: en
from: owner
subject: From Friday in the yard to your own figures
preheader: What is still missing for a page that you can check.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

thank you for coming on Friday. On the roof it was easy to see what a system does; what one would do <#if lead.company??>at ${lead.company}<#else>for you</#if> is a matter of two numbers.

<#if lastConversation?? && lastConversation.agreed??>
What we agreed: ${lastConversation.agreed}. That stands.

</#if>
If we worked out a first figure at the table, it rests on a guess about your roof. If we didn't, I need the yearly kilowatt hours as well: last page of the annual bill.

Reply with the length and width of the roof, in steps if you have no tape, and with the kilowatt hours if I don't have them yet. You get one page back that you can check line by line.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>thank you for coming on Friday. On the roof it was easy to see what a system does; what one would do <#if lead.company??>at ${lead.company}<#else>for you</#if> is a matter of two numbers.</p>
<#if lastConversation?? && lastConversation.agreed??>
<p>What we agreed: ${lastConversation.agreed}. That stands.</p>
</#if>
<p>If we worked out a first figure at the table, it rests on a guess about your roof. If we didn’t, I need the yearly kilowatt hours as well: last page of the annual bill.</p>
<p><b>Reply with the length and width of the roof</b>, in steps if you have no tape, and with the kilowatt hours if I don’t have them yet. You get one page back that you can check line by line.</p>
