---
channel: email
layout: layout-mail
language: en
from: owner
subject: A joinery took the battery, a bakery didn't. Both were right
preheader: What two firms weighed up, with their numbers.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

<#if lead.company??>
two firms that stood where ${lead.company} stands now, and what they decided:
<#else>
two firms that stood where you stand now, and what they decided:
</#if>

THE JOINERY (18 people)
62 kW on the roof of the hall, and a 45 kWh battery, because the kilns run on into the evening.
Cost: 81,000 euros. It saves and earns some 10,000 a year, so it has paid for itself in eight.
What they feared: dust on the panels. Rain deals with it; we wash them every second spring.

THE BAKERY (9 people)
28 kW and no battery. Their ovens are out by ten, but the cold rooms run all day and take three quarters of what the roof gives.
Cost: 34,000 euros. It saves 4,900 a year, so seven years.
What they feared: being sold a battery. We worked it out both ways, and it would not have paid.

Which of the two is closer to you? Reply "joinery" or "bakery", and I will send you that calculation in full, so that you can put your own numbers in.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<#if lead.company??>
<p>two firms that stood where ${lead.company} stands now, and what they decided:</p>
<#else>
<p>two firms that stood where you stand now, and what they decided:</p>
</#if>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;"><tr><td class="line" style="border-left:3px solid #cfd9d4;padding:2px 0 2px 16px;">
<p><b>The joinery, 18 people</b><br>62 kW on the roof of the hall, and a 45 kWh battery, because the kilns run on into the evening.</p>
<p><b>Cost:</b> 81,000 euros. It saves and earns some 10,000 a year, so it has paid for itself in eight.</p>
<p style="margin:0;"><b>What they feared:</b> dust on the panels. Rain deals with it; we wash them every second spring.</p>
</td></tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;"><tr><td class="line" style="border-left:3px solid #cfd9d4;padding:2px 0 2px 16px;">
<p><b>The bakery, 9 people</b><br>28 kW and no battery. Their ovens are out by ten, but the cold rooms run all day and take three quarters of what the roof gives.</p>
<p><b>Cost:</b> 34,000 euros. It saves 4,900 a year, so seven years.</p>
<p style="margin:0;"><b>What they feared:</b> being sold a battery. We worked it out both ways, and it would not have paid.</p>
</td></tr></table>
<p>Which of the two is closer to you? <b>Reply “joinery” or “bakery”</b>, and I will send you that calculation in full, so that you can put your own numbers in.</p>
