---
channel: email
layout: layout-mail
language: en
from: owner
subject: "This Friday at two: the gate, the cars, the bill"
preheader: All you need for the afternoon in our yard.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

this Friday, 23 April, the yard is open from 14:00 to 18:00.

The gate: ${sender.postalAddress}
The cars: in the yard, to the left. A few can charge.
The bill: the last page of the annual one<#if lead.company??> of ${lead.company}</#if>. With it you leave with a first figure, without it with a guess.

The joiner and the baker speak at half past three. If you have time for one thing only, come for that.

Something came up? Reply with "not this time", and I will send you the sheets and a date on which I can show you the rest.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>this Friday, 23 April, the yard is open from 14:00 to 18:00.</p>
<p><b>The gate:</b> ${sender.postalAddress}<br>
<b>The cars:</b> in the yard, to the left. A few can charge.<br>
<b>The bill:</b> the last page of the annual one<#if lead.company??> of ${lead.company}</#if>. With it you leave with a first figure, without it with a guess.</p>
<p>The joiner and the baker speak at half past three. If you have time for one thing only, come for that.</p>
<p>Something came up? <b>Reply with “not this time”</b>, and I will send you the sheets and a date on which I can show you the rest.</p>
