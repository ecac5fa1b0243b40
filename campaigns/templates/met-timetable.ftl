---
channel: letter
layout: layout-letter
language: en
from: owner
---
=== html
<p class="subject">From a yes to the first kilowatt hour: the timetable</p>
<p>Dear ${lead.name!"reader"},</p>
<#if lastConversation?? && lastConversation.agreed??>
<p>on ${lastConversation.on} we agreed: ${lastConversation.agreed}. So that you can judge when a decision would have to fall, here is how long everything takes:</p>
<#else>
<p>people whom we meet ask first what a system costs, and later wish they had asked how long it takes. So here it is<#if lead.company??>, for the wall at ${lead.company}</#if>:</p>
</#if>
<ol>
<li>A look at the roof and at the meter: an hour. The offer: a week after it.</li>
<li>The grid operator’s answer: eight to sixteen weeks. Nothing shortens them, and everything else waits for them.</li>
<li>Ordering the material: during those weeks, once the size is settled.</li>
<li>Scaffold, panels and cables: about a week on a roof of 40 to 60 kilowatts.</li>
<li>Meter and registration: a few weeks more, as the operator’s calendar allows.</li>
</ol>
<p>The second line is the reason for this letter. The request to the grid operator costs nothing and commits you to nothing, and its clock only starts when somebody sends it.</p>
<p>Write “send it” to ${(owner.email)!sender.address}<#if (owner.phone)??> or ring ${owner.phone}</#if>, and you get the one-page form, filled in as far as we can. You decide about the roof when the answer is there.</p>
