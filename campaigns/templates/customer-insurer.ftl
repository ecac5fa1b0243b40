---
channel: letter
layout: layout-letter
language: en
from: owner
---
=== html
<p class="subject">Four lines for your insurer, before the first panel goes up</p>
<p>Dear ${lead.name!"reader"},</p>
<p>a system that is not named in the policy is not insured, and some policies for the building ask to be told of it beforehand. You can settle that with a short letter or mail to your insurer. These four lines are enough:</p>
<ol>
<li>“We are putting a photovoltaic system on the roof of our building<#if lead.city??> in ${lead.city}</#if>.” Its size and price stand on the first page of our offer.</li>
<li>“Please confirm that the building stays insured as before.”</li>
<li>“Please name the sum for which the system itself is insured, and against what: fire, storm, hail, theft, loss of yield.”</li>
<li>“Please tell us whether you ask for inspections, and how often.”</li>
</ol>
<p>Send it in the next two weeks, and put the answer into the folder that you get from us at switch-on.</p>
<p>If your insurer asks for a drawing or a data sheet, pass the question on to me: ${(owner.email)!sender.address}<#if (owner.phone)??>, ${owner.phone}</#if>. I answer it for you.</p>
