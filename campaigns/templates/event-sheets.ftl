---
# To those who were not seen on the day. Some of them were there all the same, so it blames nobody.
channel: email
layout: layout-mail
language: en
from: owner
subject: What the joiner and the baker told on Friday
preheader: The short version, and a date to see the rest.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

if you were in the yard on Friday, I missed you in the crowd, and I am sorry. If you weren't, here is what people wrote down most:

The joiner: "Ask the grid operator before you ask for offers." Its answer took longer than everything else together.

The baker: "Have it worked out with and without a battery." The cold rooms run by day and use most of what the roof gives, so the battery stayed out.

And from the wall of our own hall: December brought less than a tenth of what June did. Whoever shows you twelve equal months is not showing you a roof.

I can show you the same on any weekday, in an hour. Reply with a day<#if lead.company??>, and I will have the first figures for ${lead.company} with me<#else>, and bring the last page of your annual bill</#if>.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>if you were in the yard on Friday, I missed you in the crowd, and I am sorry. If you weren’t, here is what people wrote down most:</p>
<p><b>The joiner:</b> “Ask the grid operator before you ask for offers.” Its answer took longer than everything else together.</p>
<p><b>The baker:</b> “Have it worked out with and without a battery.” The cold rooms run by day and use most of what the roof gives, so the battery stayed out.</p>
<p><b>And from the wall of our own hall:</b> December brought less than a tenth of what June did. Whoever shows you twelve equal months is not showing you a roof.</p>
<p>I can show you the same on any weekday, in an hour. <b>Reply with a day</b><#if lead.company??>, and I will have the first figures for ${lead.company} with me<#else>, and bring the last page of your annual bill</#if>.</p>
