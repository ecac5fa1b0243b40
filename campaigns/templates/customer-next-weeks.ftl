---
channel: email
layout: layout-customer
language: en
from: owner
subject: From your signature to the first kilowatt hour
preheader: Who does what and when, and the one name we need from you.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

thank you for the order. This is what happens now, in this order:

1. We send the request to the grid operator, if it is not there yet. Its answer takes eight to sixteen weeks.
2. When it is there, we order the material and settle the week of the scaffold with you, in writing.
3. About a week of work on the roof. You choose the hour in which the power is off for the connection.
4. Meter, registration, switch-on. You get a folder with all papers, and we keep a copy.

You need to remember none of it. Ring me whenever you wonder where things stand.

From you we need one thing: who has the key to the meter room<#if lead.company??> at ${lead.company}</#if>? Reply with a name and a phone number.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>thank you for the order. This is what happens now, in this order:</p>
<ol>
<li>We send the request to the grid operator, if it is not there yet. Its answer takes eight to sixteen weeks.</li>
<li>When it is there, we order the material and settle the week of the scaffold with you, in writing.</li>
<li>About a week of work on the roof. You choose the hour in which the power is off for the connection.</li>
<li>Meter, registration, switch-on. You get a folder with all papers, and we keep a copy.</li>
</ol>
<p>You need to remember none of it. Ring me whenever you wonder where things stand.</p>
<p>From you we need one thing: who has the key to the meter room<#if lead.company??> at ${lead.company}</#if>? <b>Reply with a name and a phone number.</b></p>
