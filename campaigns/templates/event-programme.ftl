---
channel: letter
layout: layout-letter
language: en
from: owner
---
=== html
<p class="subject">Friday, 23 April 2027, from 14:00 to 18:00: the afternoon in our yard</p>
<p>Dear ${lead.name!"reader"},</p>
<p>here is the afternoon on one page, for the board in the office<#if lead.company??> of ${lead.company}</#if>:</p>
<ul>
<li>14:00 – Gate open. Coffee, and a table at which we work out your first figure from the last page of your annual bill.</li>
<li>14:30 – On the roof of our hall, in small groups: a year of its figures, month by month. Flat shoes, please.</li>
<li>15:30 – A joiner and a baker tell what their systems cost and brought, and what they would do differently. They answer, we listen.</li>
<li>16:30 – Inverter and battery with their doors open: what hums, what gets warm, what wears out first.</li>
<li>18:00 – Gate closed.</li>
</ul>
<p>Where: ${sender.postalAddress}. There is room for cars in the yard, and a few can charge.</p>
<p>Bring whoever decides with you: it saves telling everything twice. A line with the number of people to ${(owner.email)!sender.address} is enough; if you have sent it already, all is settled.</p>
