---
channel: letter
layout: layout-letter
language: en
from: owner
---
=== html
<p class="subject">One photo from across the yard</p>
<p>Dear ${lead.name!"reader"},</p>
<p>to say something useful about a roof, we do not have to climb on it. One photo from across the yard shows which way it faces, how steep it is, what it is made of, and what throws a shadow on it.</p>
<p>Send me such a photo<#if lead.company??> of ${lead.company}</#if>, taken with a phone, to ${(owner.email)!sender.address}. Within three working days you have an answer: how many kilowatts fit, roughly what they would bring in a year, and what on the roof speaks against it. The photo costs you a minute, and the answer nothing.</p>
<p>If you know your yearly use in kilowatt hours, write it underneath. It is on the last page of the annual bill, and with it the answer comes in euros.</p>
<p>You have this letter because your address stands on a list of firms that we hold. A line to the same address takes it off, for good.</p>
