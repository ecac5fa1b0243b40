---
# To those who registered. Which day it is, the page on which they registered has told us as the attribute "day".
channel: email
layout: layout-mail
language: en
from: owner
subject: Your place at the open afternoon in our yard is kept
preheader: Where it is, what there is to see, and the one page to bring.
---
=== text
Hello<#if lead.firstName??> ${lead.firstName}</#if>,

your place is kept. Come and go as you like.

<#if lead.attributes.day??>
When: ${lead.attributes.day}
</#if>
Where: ${sender.postalAddress}

On our own hall you see what a year of sun really came to, the poor months included: the figures hang on the wall. In the yard stand an inverter and a battery with their doors open. And two customers are there with their bills. Ask them what they would do differently.

Bring the last page of your annual electricity bill. You leave with a first figure<#if lead.company??> for ${lead.company}</#if>, worked out at the table while you have your coffee.

One question: how many of you will come? Reply with the number, so that there is enough cake.
=== html
<p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
<p>your place is kept. Come and go as you like.</p>
<p><#if lead.attributes.day??><b>When:</b> ${lead.attributes.day}<br></#if>
<b>Where:</b> ${sender.postalAddress}</p>
<p>On our own hall you see what a year of sun really came to, the poor months included: the figures hang on the wall. In the yard stand an inverter and a battery with their doors open. And two customers are there with their bills. Ask them what they would do differently.</p>
<p><b>Bring the last page of your annual electricity bill.</b> You leave with a first figure<#if lead.company??> for ${lead.company}</#if>, worked out at the table while you have your coffee.</p>
<p>One question: how many of you will come? <b>Reply with the number</b>, so that there is enough cake.</p>
