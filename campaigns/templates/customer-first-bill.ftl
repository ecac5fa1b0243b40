---
channel: email
layout: layout-customer
language: en
from: owner
subject: Your first electricity bill with the system on the roof
preheader: Three lines in it are worth a second look. I take it for you.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

by now <#if lead.company??>${lead.company}<#else>you</#if> should have had the first electricity bill since the system was switched on. In such bills three lines are worth a second look:

1. The meter number. If a new meter was put in, the new one must be there.
2. The monthly instalment. Suppliers often go on asking for the old sum; you may have it lowered.
3. The credit for what you fed in. It usually comes from the grid operator, on a sheet of its own.

Send me a photo of the bill. I lay it beside what we promised in the offer, and you get two figures back: promised and delivered. If they differ, I also tell you why, and what we do about it.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>by now <#if lead.company??>${lead.company}<#else>you</#if> should have had the first electricity bill since the system was switched on. In such bills three lines are worth a second look:</p>
<ol>
<li><b>The meter number.</b> If a new meter was put in, the new one must be there.</li>
<li><b>The monthly instalment.</b> Suppliers often go on asking for the old sum; you may have it lowered.</li>
<li><b>The credit for what you fed in.</b> It usually comes from the grid operator, on a sheet of its own.</li>
</ol>
<p><b>Send me a photo of the bill.</b> I lay it beside what we promised in the offer, and you get two figures back: promised and delivered. If they differ, I also tell you why, and what we do about it.</p>
