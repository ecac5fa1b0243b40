---
channel: email
layout: layout-mail
language: en
from: owner
subject: Solar<#if lead.company??> for ${lead.company}</#if>: two numbers, and you have an answer
preheader: Reply with them, and you get a calculation you can check line by line.
---
=== text
${(owner.greeting)!"Hello"}<#if lead.firstName??> ${lead.firstName}</#if>,

you asked about <#if lead.attributes.interest??>“${lead.attributes.interest}”<#else>solar power<#if lead.company??> for ${lead.company}</#if></#if>. Thank you. I am the one who looks after it here, from the first sum to the day the system is switched on.
<#if lead.referrer??>

It was ${lead.referrer} who sent you our way. That is worth more to us than any advertisement, and we mean to deserve it.
</#if>

Two numbers are all I need to tell you whether it pays:

1. The kilowatt-hours you used last year. They are on the last page of your annual bill.
2. The size of your roof, roughly. Length by width is enough.

Reply with both and you get one page back: what a system of that size costs, what it brings in a year, and when it has paid for itself. If it doesn't pay, I will tell you that as well.

<#if lead.phone??>
I will also ring you in the next few days, on the number you left. It takes three minutes, and then we both know what happens next.
<#else>
If you would rather talk, send me your number, and a time that suits you.
</#if>
=== html
<p>${(owner.greeting)!"Hello"}<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>you asked about <#if lead.attributes.interest??>“${lead.attributes.interest}”<#else>solar power<#if lead.company??> for ${lead.company}</#if></#if>. Thank you. I am the one who looks after it here, from the first sum to the day the system is switched on.</p>
<#if lead.referrer??>
<p>It was ${lead.referrer} who sent you our way. That is worth more to us than any advertisement, and we mean to deserve it.</p>
</#if>
<p>Two numbers are all I need to tell you whether it pays:</p>
<ol>
<li><b>The kilowatt-hours you used last year.</b> They are on the last page of your annual bill.</li>
<li><b>The size of your roof, roughly.</b> Length by width is enough.</li>
</ol>
<p><b>Reply with both</b> and you get one page back: what a system of that size costs, what it brings in a year, and when it has paid for itself. If it doesn’t pay, I will tell you that as well.</p>
<#if lead.phone??>
<p>I will also ring you in the next few days, on the number you left. It takes three minutes, and then we both know what happens next.</p>
<#else>
<p>If you would rather talk, send me your number, and a time that suits you.</p>
</#if>
