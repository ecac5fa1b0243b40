---
# "welcome" for those who read Spanish.
channel: email
layout: layout-mail-es
language: es
from: owner
subject: Energía solar<#if lead.company??> para ${lead.company}</#if>: dos cifras, y tiene una respuesta
preheader: Envíemelas, y recibirá un cálculo que puede comprobar línea por línea.
---
=== text
${(owner.greeting)!"Buenos días"}<#if lead.name??>, ${lead.name}</#if>:

Nos ha preguntado por <#if lead.attributes.interest??>«${lead.attributes.interest}»<#else>la energía solar<#if lead.company??> para ${lead.company}</#if></#if>. Muchas gracias. Aquí soy yo quien se ocupa de ello, desde el primer cálculo hasta el día en que la instalación entra en funcionamiento.
<#if lead.referrer??>

Fue ${lead.referrer} quien le habló de nosotros. Para nosotros vale más que cualquier anuncio, y queremos merecerlo.
</#if>

Con dos cifras puedo decirle si le compensa:

1. Los kilovatios hora que consumió el año pasado. Los encontrará en sus facturas de la luz.
2. El tamaño de su tejado, más o menos. Basta con el largo por el ancho.

Respóndame con las dos, y recibirá una página: lo que cuesta una instalación de ese tamaño, lo que le ahorra al año y cuándo queda amortizada. Si no le compensa, también se lo diré.

<#if lead.phone??>
Además le llamaré en los próximos días al número que nos dejó. Son tres minutos, y después los dos sabremos cómo seguir.
<#else>
Si prefiere hablarlo, envíeme su número y una hora que le venga bien.
</#if>
=== html
<p>${(owner.greeting)!"Buenos días"}<#if lead.name??>, ${lead.name}</#if>:</p>
<p>Nos ha preguntado por <#if lead.attributes.interest??>«${lead.attributes.interest}»<#else>la energía solar<#if lead.company??> para ${lead.company}</#if></#if>. Muchas gracias. Aquí soy yo quien se ocupa de ello, desde el primer cálculo hasta el día en que la instalación entra en funcionamiento.</p>
<#if lead.referrer??>
<p>Fue ${lead.referrer} quien le habló de nosotros. Para nosotros vale más que cualquier anuncio, y queremos merecerlo.</p>
</#if>
<p>Con dos cifras puedo decirle si le compensa:</p>
<ol>
<li><b>Los kilovatios hora que consumió el año pasado.</b> Los encontrará en sus facturas de la luz.</li>
<li><b>El tamaño de su tejado, más o menos.</b> Basta con el largo por el ancho.</li>
</ol>
<p><b>Respóndame con las dos,</b> y recibirá una página: lo que cuesta una instalación de ese tamaño, lo que le ahorra al año y cuándo queda amortizada. Si no le compensa, también se lo diré.</p>
<#if lead.phone??>
<p>Además le llamaré en los próximos días al número que nos dejó. Son tres minutos, y después los dos sabremos cómo seguir.</p>
<#else>
<p>Si prefiere hablarlo, envíeme su número y una hora que le venga bien.</p>
</#if>
