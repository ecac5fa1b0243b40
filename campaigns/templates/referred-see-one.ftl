---
channel: email
layout: layout-mail
language: en
from: owner
subject: Look at a roof that has been running for a year
preheader: Half an hour, its owner beside you, and me at a distance.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

<#if lead.referrer??>
you have heard of us from ${lead.referrer}. One voice is good; a second one, from somebody with a system in use and bills to show, is better.
<#else>
you have heard of us from somebody you know. One voice is good; a second one, from somebody with a system in use and bills to show, is better.
</#if>

I will gladly arrange half an hour for you<#if lead.city??> not too far from ${lead.city}</#if>, with an owner whose system has been through a whole year. You see the roof, the inverter and the bills. I introduce you and then go for a coffee, so that you can ask what you like.

A question that owners answer well: what would you do differently?

Reply with "mornings" or "afternoons", and I will ask around and come back with two dates.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<#if lead.referrer??>
<p>you have heard of us from ${lead.referrer}. One voice is good; a second one, from somebody with a system in use and bills to show, is better.</p>
<#else>
<p>you have heard of us from somebody you know. One voice is good; a second one, from somebody with a system in use and bills to show, is better.</p>
</#if>
<p>I will gladly arrange half an hour for you<#if lead.city??> not too far from ${lead.city}</#if>, with an owner whose system has been through a whole year. You see the roof, the inverter and the bills. I introduce you and then go for a coffee, so that you can ask what you like.</p>
<p>A question that owners answer well: what would you do differently?</p>
<p><b>Reply with “mornings” or “afternoons”</b>, and I will ask around and come back with two dates.</p>
