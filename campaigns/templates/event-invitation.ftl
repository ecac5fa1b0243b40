---
# To those who have no place yet, in the weeks in which one can still be had.
channel: email
layout: layout-mail
language: en
from: owner
subject: Open afternoon in our yard on Friday, 23 April
preheader: Two customers with their bills, and a battery with its door open.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

once a year we open the yard for an afternoon, so that you can look at everything before anybody sells you anything. This year it is:

Friday, 23 April 2027, from 14:00 to 18:00
${sender.postalAddress}

What there is to see: the roof of our own hall with a year of its figures on the wall, the poor months included; an inverter and a battery with their doors open; and a joiner and a baker, both customers, with their bills.

If you bring the last page of your annual electricity bill, you leave with a first figure<#if lead.company??> for ${lead.company}</#if>.

Reply with "I come" and how many you will be. If the day doesn't suit you, reply with one that does, and I will show you the same without the cake.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>once a year we open the yard for an afternoon, so that you can look at everything before anybody sells you anything. This year it is:</p>
<p><b>Friday, 23 April 2027, from 14:00 to 18:00</b><br>
${sender.postalAddress}</p>
<p>What there is to see: the roof of our own hall with a year of its figures on the wall, the poor months included; an inverter and a battery with their doors open; and a joiner and a baker, both customers, with their bills.</p>
<p>If you bring the last page of your annual electricity bill, you leave with a first figure<#if lead.company??> for ${lead.company}</#if>.</p>
<p><b>Reply with “I come”</b> and how many you will be. If the day doesn’t suit you, reply with one that does, and I will show you the same without the cake.</p>
