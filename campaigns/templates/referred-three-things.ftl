---
channel: letter
layout: layout-letter
language: en
from: owner
---
=== html
<p class="subject">Three things that owners wish they had known earlier</p>
<p>Dear ${lead.name!"reader"},</p>
<#if lead.referrer??>
<p>${lead.referrer} spoke well of us to you, and that is the best beginning there is. It should not spare you the awkward questions. These three come up whenever owners look back:</p>
<#else>
<p>somebody spoke well of us to you, and that is the best beginning there is. It should not spare you the awkward questions. These three come up whenever owners look back:</p>
</#if>
<ol>
<li>The grid operator should have been asked first. Its answer takes longer than everything else together, and it can be “only half of that”.</li>
<li>The insurer should have been told before the first panel went up, and not after. A system that is not named in the policy is not insured.</li>
<li>The cable to the hall should have been one size larger. It costs little while the trench is open, and a second trench when the vans become electric.</li>
</ol>
<p>All three are settled before there is an offer, if somebody looks at the meter room and not only at the roof. That takes forty minutes<#if lead.company??> at ${lead.company}</#if>, and you keep the notes whether you build with us or not.</p>
<p>Send me two mornings or afternoons that would suit you, to ${(owner.email)!sender.address}<#if (owner.phone)??>, or ring ${owner.phone}</#if>. I will come on one of them.</p>
