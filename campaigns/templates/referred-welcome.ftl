---
channel: email
layout: layout-mail
language: en
from: owner
subject: <#if lead.referrer??>${lead.referrer} gave me your name<#else>Somebody who knows you gave me your name</#if>
preheader: One question before I send you anything.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

<#if lead.referrer??>
${lead.referrer} thinks that a solar roof could be something for <#if lead.company??>${lead.company}<#else>you</#if>, and gave me your name.
<#else>
somebody who knows us thinks that a solar roof could be something for <#if lead.company??>${lead.company}<#else>you</#if>, and gave me your name.
</#if>

I would rather begin with what matters to you than with what matters to me. Which of these is closest?

1. The electricity bill: it should be lower, and I want to know by how much.
2. The supply: something here must keep running when the grid is down.
3. The building: the roof is due anyway, or we are about to build.
4. Nothing of the kind just now.

Reply with the number. On 1, 2 and 3 you get an answer that fits on one page; on 4, add the month in which I may ask again.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<#if lead.referrer??>
<p>${lead.referrer} thinks that a solar roof could be something for <#if lead.company??>${lead.company}<#else>you</#if>, and gave me your name.</p>
<#else>
<p>somebody who knows us thinks that a solar roof could be something for <#if lead.company??>${lead.company}<#else>you</#if>, and gave me your name.</p>
</#if>
<p>I would rather begin with what matters to you than with what matters to me. Which of these is closest?</p>
<ol>
<li><b>The electricity bill:</b> it should be lower, and I want to know by how much.</li>
<li><b>The supply:</b> something here must keep running when the grid is down.</li>
<li><b>The building:</b> the roof is due anyway, or we are about to build.</li>
<li><b>Nothing of the kind</b> just now.</li>
</ol>
<p><b>Reply with the number.</b> On 1, 2 and 3 you get an answer that fits on one page; on 4, add the month in which I may ask again.</p>
