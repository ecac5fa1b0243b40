---
# "welcome" for those who read French.
channel: email
layout: layout-mail-fr
language: fr
from: owner
subject: Le solaire<#if lead.company??> chez ${lead.company}</#if> : deux chiffres, et vous avez une réponse
preheader: Envoyez-les-moi, et vous recevez un calcul que vous pouvez vérifier ligne par ligne.
---
=== text
${(owner.greeting)!"Bonjour"}<#if lead.name??> ${lead.name}</#if>,

Vous nous avez interrogés sur <#if lead.attributes.interest??>« ${lead.attributes.interest} »<#else>l’énergie solaire<#if lead.company??> pour ${lead.company}</#if></#if>. Merci. C’est moi qui m’en occupe ici, du premier calcul jusqu’au jour de la mise en service.
<#if lead.referrer??>

C’est ${lead.referrer} qui vous a parlé de nous. Cela compte plus pour nous que n’importe quelle publicité, et nous tenons à en être dignes.
</#if>

Deux chiffres me suffisent pour vous dire si cela en vaut la peine :

1. Les kilowattheures que vous avez consommés l’an dernier. Ils figurent à la dernière page de votre facture annuelle.
2. La surface de votre toit, à peu près. La longueur et la largeur suffisent.

Répondez-moi avec les deux, et vous recevez une page en retour : ce que coûte une installation de cette taille, ce qu’elle rapporte par an et quand elle est amortie. Si cela n’en vaut pas la peine, je vous le dis aussi.

<#if lead.phone??>
Je vous appelle aussi dans les prochains jours, au numéro que vous avez laissé. Cela prend trois minutes, et nous saurons ensuite tous les deux comment continuer.
<#else>
Si vous préférez en parler, envoyez-moi votre numéro et une heure qui vous convient.
</#if>
=== html
<p>${(owner.greeting)!"Bonjour"}<#if lead.name??> ${lead.name}</#if>,</p>
<p>Vous nous avez interrogés sur <#if lead.attributes.interest??>« ${lead.attributes.interest} »<#else>l’énergie solaire<#if lead.company??> pour ${lead.company}</#if></#if>. Merci. C’est moi qui m’en occupe ici, du premier calcul jusqu’au jour de la mise en service.</p>
<#if lead.referrer??>
<p>C’est ${lead.referrer} qui vous a parlé de nous. Cela compte plus pour nous que n’importe quelle publicité, et nous tenons à en être dignes.</p>
</#if>
<p>Deux chiffres me suffisent pour vous dire si cela en vaut la peine :</p>
<ol>
<li><b>Les kilowattheures que vous avez consommés l’an dernier.</b> Ils figurent à la dernière page de votre facture annuelle.</li>
<li><b>La surface de votre toit, à peu près.</b> La longueur et la largeur suffisent.</li>
</ol>
<p><b>Répondez-moi avec les deux,</b> et vous recevez une page en retour : ce que coûte une installation de cette taille, ce qu’elle rapporte par an et quand elle est amortie. Si cela n’en vaut pas la peine, je vous le dis aussi.</p>
<#if lead.phone??>
<p>Je vous appelle aussi dans les prochains jours, au numéro que vous avez laissé. Cela prend trois minutes, et nous saurons ensuite tous les deux comment continuer.</p>
<#else>
<p>Si vous préférez en parler, envoyez-moi votre numéro et une heure qui vous convient.</p>
</#if>
