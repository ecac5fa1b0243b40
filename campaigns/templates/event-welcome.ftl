---
# To those who asked about our events and are registered for none. It names no day, so it is true all year round.
channel: email
layout: layout-mail
language: en
from: owner
subject: Our open afternoon, and a look at everything before it
preheader: Once a year the yard is open. For you it can be sooner.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

you asked about our events. Once a year, in spring, we open the yard for an afternoon: a roof to stand on, an inverter and a battery with their doors open, and customers with their bills. The day and the programme come to you in good time; you need do nothing for it.

You need not wait for it either. All of that is here on any weekday except the cake, and an hour is enough to see it. If you bring the last page of your annual electricity bill, you leave with a first figure<#if lead.company??> for ${lead.company}</#if>.

What is it that you would like to see or know? Reply with one line, and I will have it ready, whichever way you choose.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>you asked about our events. Once a year, in spring, we open the yard for an afternoon: a roof to stand on, an inverter and a battery with their doors open, and customers with their bills. The day and the programme come to you in good time; you need do nothing for it.</p>
<p>You need not wait for it either. All of that is here on any weekday except the cake, and an hour is enough to see it. If you bring the last page of your annual electricity bill, you leave with a first figure<#if lead.company??> for ${lead.company}</#if>.</p>
<p>What is it that you would like to see or know? <b>Reply with one line</b>, and I will have it ready, whichever way you choose.</p>
