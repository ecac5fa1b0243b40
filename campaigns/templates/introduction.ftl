---
channel: letter
layout: layout-letter
language: en
from: owner
---
=== html
<p class="subject">What your roof could do<#if lead.company??> for ${lead.company}</#if></p>
<p>Dear ${lead.name!"reader"},</p>
<p>you have had mail from me on a screen. I am sending this one on paper, because a decision that lasts twenty-five years deserves something you can put on a desk and write on.</p>
<#if lastConversation?? && lastConversation.agreed??>
<p>When we spoke on ${lastConversation.on} we agreed: ${lastConversation.agreed}. I have not forgotten it.</p>
<#elseif lead.attributes.interest??>
<p>You asked about “${lead.attributes.interest}”. Whether it pays depends on little more than three lines of your electricity bill.</p>
<#else>
<p>You asked about solar power. Whether it pays depends on little more than three lines of your electricity bill.</p>
</#if>
<p>Here is what I propose. Take your last annual bill, write the size of your roof in its margin, and take a picture of it with your phone. Send it to ${(owner.email)!sender.address}. You get one page back, with the cost, the yearly return and the year in which it has paid for itself. Nobody will call at your door unless you ask for it.</p>
<#if lead.city??>
<p>If you would like to see one running before you decide, I will gladly show you one near ${lead.city}, and its owner will tell you what he would do differently.</p>
<#else>
<p>If you would like to see one running before you decide, I will gladly show you one, and its owner will tell you what he would do differently.</p>
</#if>
