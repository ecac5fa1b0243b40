---
# The same on paper, for countries in which a mail wants consent beforehand.
channel: letter
layout: layout-letter
language: en
from: owner
---
=== html
<p class="subject">One question about the roof<#if lead.company??> of ${lead.company}</#if></p>
<p>Dear ${lead.name!"reader"},</p>
<p>you did not ask for this letter, so first things first: your address comes from <#if lead.attributes.list??>this list: ${lead.attributes.list}<#else>a list of firms that we hold, and I will tell you which if you ask</#if>. If you would rather not hear from us, a line to ${(owner.email)!sender.address}<#if (owner.phone)??> or one word on the phone</#if> takes you off it for good.</p>
<p>We build solar roofs for firms: halls, workshops, barns<#if lead.city??>, also around ${lead.city}</#if>. Whether one pays depends first on something that you know and I don’t: in which year was your roof last renewed?</p>
<p>Write the year on this page, take a picture of it and send it to ${(owner.email)!sender.address}. If the roof is due soon, I will tell you what to do before anybody sells you a panel. If it is sound, you get one page back: what a system would cost, what it would bring in a year, and when it has paid for itself.</p>
<p>Nobody will call at your door.</p>
