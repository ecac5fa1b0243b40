---
channel: email
layout: layout-mail
language: en
from: owner
subject: One number from your bill, and you get one page back
preheader: It stands on the last page of the annual bill, before “kWh”.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

<#if lastConversation?? && lastConversation.agreed??>
on ${lastConversation.on} we agreed: ${lastConversation.agreed}. One number makes it concrete.
<#else>
when we talked we talked in general. One number makes it concrete<#if lead.company??> for ${lead.company}</#if>.
</#if>

Take the last annual electricity bill, turn to its last page and look for the number before "kWh". Reply with it. If you also know how long and wide the roof is, add that; if not, I will measure it on the satellite map.

You get one page back within three working days: what a system of the right size costs, how much of your own use it covers, and the year in which it has paid for itself. Where I had to guess, the page says so.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<#if lastConversation?? && lastConversation.agreed??>
<p>on ${lastConversation.on} we agreed: ${lastConversation.agreed}. One number makes it concrete.</p>
<#else>
<p>when we talked we talked in general. One number makes it concrete<#if lead.company??> for ${lead.company}</#if>.</p>
</#if>
<p>Take the last annual electricity bill, turn to its last page and look for the number before “kWh”. <b>Reply with it.</b> If you also know how long and wide the roof is, add that; if not, I will measure it on the satellite map.</p>
<p>You get one page back within three working days: what a system of the right size costs, how much of your own use it covers, and the year in which it has paid for itself. Where I had to guess, the page says so.</p>
