<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>All questions</source>
        <translation>Todas las preguntas</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Which moment</source>
        <translation>Qué momento</translation>
    </message>
    <message>
        <source>For example: the doorbell rang.</source>
        <translation>Por ejemplo: sonó el timbre.</translation>
    </message>
    <message>
        <source>What you want to say about it</source>
        <translation>Qué quiere decir al respecto</translation>
    </message>
    <message>
        <source>Did something happen that could be misread? Say it in your own words: a person who looks at this moment reads it there. It stops no clock and changes nothing else.</source>
        <translation>¿Ocurrió algo que podría malinterpretarse? Dígalo con sus palabras: quien revise ese momento lo leerá ahí. No detiene ningún reloj ni cambia nada más.</translation>
    </message>
    <message>
        <source>Explain a moment</source>
        <translation>Explicar un momento</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Add to my record</source>
        <translation>Añadir a mi registro</translation>
    </message>
    <message>
        <source>Now, {time} into the interview</source>
        <translation>Ahora, tiempo de entrevista: {time}</translation>
    </message>
    <message>
        <source>Added. You can add more, or go back.</source>
        <translation>Añadido. Puede añadir más o volver atrás.</translation>
    </message>
    <message>
        <source>something was heard</source>
        <translation>se oyó algo</translation>
    </message>
    <message>
        <source>the computer was slow</source>
        <translation>el ordenador iba lento</translation>
    </message>
    <message>
        <source>something about the picture</source>
        <translation>algo en la imagen</translation>
    </message>
    <message>
        <source>Since {start}: {what}</source>
        <translation>Desde {start}: {what}</translation>
    </message>
    <message>
        <source>From {start} to {end}: {what}</source>
        <translation>De {start} a {end}: {what}</translation>
    </message>
    <message>
        <source>The time of a question runs only while it is open. When it is over, the question can still be read.</source>
        <translation>El tiempo de una pregunta solo corre mientras está abierta. Cuando se acaba, la pregunta aún puede leerse.</translation>
    </message>
    <message>
        <source>The questions come one after the other; what is done cannot be changed.</source>
        <translation>Las preguntas aparecen una tras otra; lo que ya está hecho no se puede cambiar.</translation>
    </message>
    <message>
        <source>Hand in now?</source>
        <translation>¿Entregar ahora?</translation>
    </message>
    <message>
        <source>Hand in now</source>
        <translation>Entregar ahora</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation>Seguir respondiendo</translation>
    </message>
    <message>
        <source>After this nothing can be changed any more.</source>
        <translation>Después ya no se podrá cambiar nada.</translation>
    </message>
    <message>
        <source>Question {n}</source>
        <translation>Pregunta {n}</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>oral</translation>
    </message>
    <message>
        <source>written</source>
        <translation>escrita</translation>
    </message>
    <message>
        <source>code</source>
        <translation>código</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondida</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>aún sin respuesta</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>marcada</translation>
    </message>
    <message>
        <source>time is over, for reading only</source>
        <translation>tiempo agotado, solo lectura</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>tiempo restante: {left}</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>sin abrir</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>usted está aquí</translation>
    </message>
    <message>
        <source>{n} of {count} questions are answered.</source>
        <translation>{n} de {count} preguntas están respondidas.</translation>
    </message>
    <message>
        <source>1 is flagged.</source>
        <translation>1 está marcada.</translation>
    </message>
    <message>
        <source>{n} are flagged.</source>
        <translation>{n} están marcadas.</translation>
    </message>
    <message>
        <source>Your face is not clear in it.</source>
        <translation>Su cara no se ve con claridad.</translation>
    </message>
    <message>
        <source>Please take another.</source>
        <translation>Por favor, tome otra.</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera and take another.</source>
        <translation>No se ve ninguna cara en la imagen. Siéntese frente a la cámara y tome otra.</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone in it and take another.</source>
        <translation>Hay más de una cara en la imagen. Asegúrese de que solo aparezca la suya y tome otra.</translation>
    </message>
    <message>
        <source>The picture is too dark. Turn on a light in front of you and take another.</source>
        <translation>La imagen está demasiado oscura. Encienda una luz delante de usted y tome otra.</translation>
    </message>
    <message>
        <source>The picture is blurred. Hold still and take another.</source>
        <translation>La imagen está borrosa. No se mueva y tome otra.</translation>
    </message>
    <message>
        <source>Your face is turned away. Look straight into the camera and take another.</source>
        <translation>Su cara está girada. Mire directamente a la cámara y tome otra.</translation>
    </message>
    <message>
        <source>Calibrated: your gaze is known to about {exact}.</source>
        <translation>Calibrado: su mirada se conoce con una precisión aproximada de {exact}.</translation>
    </message>
    <message>
        <source>That was not precise enough: about {exact}.</source>
        <translation>No fue lo bastante preciso: aproximadamente {exact}.</translation>
    </message>
    <message>
        <source>That did not work. {reason}</source>
        <translation>No ha funcionado. {reason}</translation>
    </message>
    <message>
        <source>You can try once more or go on without.</source>
        <translation>Puede intentarlo una vez más o seguir sin ello.</translation>
    </message>
    <message>
        <source>You can go on without.</source>
        <translation>Puede seguir sin ello.</translation>
    </message>
    <message>
        <source>an unknown distance</source>
        <translation>una distancia desconocida</translation>
    </message>
    <message>
        <source>1 degree</source>
        <translation>1 grado</translation>
    </message>
    <message>
        <source>{n} degrees</source>
        <translation>{n} grados</translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation>{n} mm</translation>
    </message>
    <message>
        <source>{n} cm</source>
        <translation>{n} cm</translation>
    </message>
    <message>
        <source>A note on your interview</source>
        <translation>Un aviso sobre su entrevista</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Lo he leído</translation>
    </message>
    <message>
        <source>You have {length} more, for this question and in all.</source>
        <translation>Tiene {length} más, para esta pregunta y en total.</translation>
    </message>
    <message>
        <source>Your interview was opened again. All your answers are still here; it goes on where you stopped.</source>
        <translation>Su entrevista se ha vuelto a abrir. Todas sus respuestas siguen aquí; continúa donde la dejó.</translation>
    </message>
    <message>
        <source>A person lets you go on, this once. This was found on your computer, and it no longer covers the questions: {what}. If anything else is found, they are covered again.</source>
        <translation>Una persona le deja continuar, por esta vez. En su equipo se encontró esto, y ya no cubre las preguntas: {what}. Si se encuentra algo más, volverán a cubrirse.</translation>
    </message>
    <message>
        <source>Something about your interview was changed.</source>
        <translation>Se ha cambiado algo en su entrevista.</translation>
    </message>
    <message>
        <source>The clocks stand still while you read this, for {length} at most.</source>
        <translation>Los relojes están parados mientras lee esto, {length} como máximo.</translation>
    </message>
    <message>
        <source>It is dark. Turn on a light in front of you.</source>
        <translation>Está oscuro. Encienda una luz delante de usted.</translation>
    </message>
    <message>
        <source>It is very bright. Turn away from the window or lamp.</source>
        <translation>Hay demasiada luz. Apártese de la ventana o de la lámpara.</translation>
    </message>
    <message>
        <source>Looking for your face …</source>
        <translation>Buscando su cara …</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera.</source>
        <translation>No se ve ninguna cara en la imagen. Siéntese frente a la cámara.</translation>
    </message>
    <message>
        <source>Your face is well in the picture.</source>
        <translation>Su cara se ve bien en la imagen.</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone, please.</source>
        <translation>Hay más de una cara en la imagen. Debe aparecer solo la suya, por favor.</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} segundos</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutos</translation>
    </message>
    <message>
        <source>{h} hours {m} minutes</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <source>Not watched here: {list}</source>
        <translation>Aquí no se vigila: {list}</translation>
    </message>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another under Devices. You can go on meanwhile; the time without picture is noted.</source>
        <translation>La cámara no da imagen. Vuelva a conectarla, cierre otros programas que la usen o elija otra en «Dispositivos». Mientras tanto puede seguir; el tiempo sin imagen queda anotado.</translation>
    </message>
    <message>
        <source>No microphone can be heard. Plug it in again, or choose another under Devices. What you said until now is saved, and a recording goes on once you are heard again.</source>
        <translation>No se oye ningún micrófono. Vuelva a conectarlo o elija otro en «Dispositivos». Lo que ha dicho hasta ahora está guardado, y la grabación continúa en cuanto se le vuelva a oír.</translation>
    </message>
    <message>
        <source>There is no connection. Just go on: your answers are kept on this computer and go up by themselves when the connection is back.</source>
        <translation>No hay conexión. Siga con normalidad: sus respuestas se conservan en este ordenador y se envían solas cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>The disk of this computer is full. Free some space now; what was saved is safe.</source>
        <translation>El disco de este ordenador está lleno. Libere espacio ahora; lo que se guardó está a salvo.</translation>
    </message>
    <message>
        <source>The camera watch stopped and is being started again. Just go on.</source>
        <translation>La vigilancia por cámara se detuvo y se está reiniciando. Siga con normalidad.</translation>
    </message>
    <message>
        <source>The battery is nearly empty. Plug the charger in now. If the computer stops, start it again and open the app: it comes back to this question.</source>
        <translation>La batería está casi agotada. Conecte el cargador ahora. Si el ordenador se apaga, enciéndalo de nuevo y abra la aplicación: vuelve a esta pregunta.</translation>
    </message>
    <message>
        <source>This computer is busy. Close other programs if you can; your answers are safe.</source>
        <translation>Este ordenador está muy ocupado. Cierre otros programas si puede; sus respuestas están a salvo.</translation>
    </message>
    <message>
        <source>Your words to the people in charge</source>
        <translation>Sus palabras a las personas responsables</translation>
    </message>
    <message>
        <source>In your own words …</source>
        <translation>Con sus palabras …</translation>
    </message>
    <message>
        <source>Write to the people in charge of the interview</source>
        <translation>Escribir a las personas responsables de la entrevista</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>You wrote a message at {time}.</source>
        <translation>Escribió un mensaje a las {time}.</translation>
    </message>
    <message>
        <source>You asked for a break at {time}.</source>
        <translation>Pidió una pausa a las {time}.</translation>
    </message>
    <message>
        <source>You called for help at {time}.</source>
        <translation>Pidió ayuda a las {time}.</translation>
    </message>
    <message>
        <source>You left at {time}.</source>
        <translation>Salió a las {time}.</translation>
    </message>
    <message>
        <source>A person has reacted to it.</source>
        <translation>Una persona ha reaccionado.</translation>
    </message>
    <message>
        <source>There is no connection: it is kept here and sent as soon as there is one. If it is urgent, use another device.</source>
        <translation>No hay conexión: se conserva aquí y se envía en cuanto la haya. Si es urgente, use otro dispositivo.</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself.</source>
        <translation>Nadie ha respondido todavía; la respuesta aparecerá aquí por sí sola.</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself. The clock goes on until then.</source>
        <translation>Nadie ha respondido todavía; la respuesta aparecerá aquí por sí sola. Hasta entonces, el reloj sigue corriendo.</translation>
    </message>
    <message>
        <source>This is practice: nobody reads what you write here, and nothing of it is sent. In an interview it reaches the people in charge.</source>
        <translation>Esto es una práctica: nadie lee lo que escribe aquí y no se envía nada. En una entrevista llega a las personas responsables.</translation>
    </message>
    <message>
        <source>the person who invited you</source>
        <translation>la persona que le invitó</translation>
    </message>
    <message>
        <source>Quote this number: {id}</source>
        <translation>Indique este número: {id}</translation>
    </message>
    <message>
        <source>The clocks stand still while the interview is paused.</source>
        <translation>Los relojes están parados mientras la entrevista está en pausa.</translation>
    </message>
    <message>
        <source>The clocks stand still while the screen is covered.</source>
        <translation>Los relojes están parados mientras la pantalla está cubierta.</translation>
    </message>
    <message>
        <source>The clock goes on meanwhile; say so, and they can give you time back.</source>
        <translation>El reloj sigue corriendo mientras tanto; dígalo y podrán devolverle el tiempo.</translation>
    </message>
    <message>
        <source>The clock has not started yet.</source>
        <translation>El reloj aún no ha empezado.</translation>
    </message>
    <message>
        <source>If nobody answers here: reply to your invitation, or call {whom} by another device. {number}

{going}

If the camera or microphone stopped: open Devices above and choose it again.
If the connection is gone: just go on; answers are kept here and sent later.
If the computer must be restarted: do it; the app comes back to this question.</source>
        <translation>Si nadie responde aquí: conteste a su invitación o llame a {whom} con otro dispositivo. {number}

{going}

Si la cámara o el micrófono han dejado de funcionar: abra «Dispositivos» arriba y vuelva a elegirlos.
Si se ha perdido la conexión: siga con normalidad; las respuestas se conservan aquí y se envían después.
Si hay que reiniciar el ordenador: hágalo; la aplicación vuelve a esta pregunta.</translation>
    </message>
    <message>
        <source>Keys: F1 opens this help, F2 what is watched and sent, F6 explains a moment. Ctrl and + or − changes the size of the text, F4 the contrast. R reads the question again, Ctrl and Enter finishes an answer, Ctrl and O shows all questions. In code, Ctrl and F finds, F3 goes on to the next place, Shift and F3 back to the one before.</source>
        <translation>Teclas: F1 abre esta ayuda, F2 lo que se observa y se envía, F6 explica un momento. Ctrl y + o − cambia el tamaño del texto, F4 el contraste. R vuelve a leer la pregunta, Ctrl e Intro termina una respuesta, Ctrl y O muestra todas las preguntas. En el código, Ctrl y F busca, F3 va al lugar siguiente, Mayús y F3 al anterior.</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Enviar mensaje</translation>
    </message>
    <message>
        <source>Those in charge read it as soon as one of them looks. Answers appear as a note.</source>
        <translation>Las personas responsables lo leen en cuanto una de ellas mira. Las respuestas aparecen como aviso.</translation>
    </message>
    <message>
        <source>Ask for a break</source>
        <translation>Pedir una pausa</translation>
    </message>
    <message>
        <source>A person decides. Until they pause the interview, clock and watch go on.</source>
        <translation>Lo decide una persona. Hasta que ponga la entrevista en pausa, el reloj y la vigilancia continúan.</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Pedir ayuda</translation>
    </message>
    <message>
        <source>Shows those in charge at once that you need a person. Nothing is ended by it.</source>
        <translation>Indica de inmediato a las personas responsables que necesita a alguien. Con ello no se termina nada.</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation>Aún no ha salido nada de este ordenador.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Cuántas veces</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>What has left this computer</source>
        <translation>Qué ha salido de este ordenador</translation>
    </message>
    <message>
        <source>Counted here as it leaves, also when something had to be sent again. Everything is encrypted on its way.</source>
        <translation>Se cuenta aquí al salir, también cuando algo tuvo que enviarse de nuevo. Todo va cifrado durante el envío.</translation>
    </message>
    <message>
        <source>What a real interview would have sent</source>
        <translation>Qué habría enviado una entrevista real</translation>
    </message>
    <message>
        <source>This is practice. Camera and microphone are used as in an interview, and everything stays on this computer.</source>
        <translation>Esto es una práctica. La cámara y el micrófono se usan como en una entrevista, y todo se queda en este ordenador.</translation>
    </message>
    <message>
        <source>The interview is paused: nothing is watched or recorded now.</source>
        <translation>La entrevista está en pausa: ahora no se vigila ni se graba nada.</translation>
    </message>
    <message>
        <source>Watching has ended. What is not sent yet is being sent.</source>
        <translation>La vigilancia ha terminado. Lo que falta por enviar se está enviando.</translation>
    </message>
    <message>
        <source>Your camera picture is shown only to you. Until the first question nothing is kept but the checks of your devices and what you take yourself.</source>
        <translation>La imagen de su cámara solo la ve usted. Hasta la primera pregunta no se conserva nada, salvo las comprobaciones de sus dispositivos y lo que usted tome o grabe por su cuenta.</translation>
    </message>
    <message>
        <source>Camera and microphone are watched now, on this computer.</source>
        <translation>La cámara y el micrófono se vigilan ahora, en este ordenador.</translation>
    </message>
    <message>
        <source>The camera gives no picture; the microphone is watched.</source>
        <translation>La cámara no da imagen; el micrófono se vigila.</translation>
    </message>
    <message>
        <source>Your answer is being recorded.</source>
        <translation>Su respuesta se está grabando.</translation>
    </message>
    <message>
        <source>A small still picture is sent every ten seconds.</source>
        <translation>Cada diez segundos se envía una pequeña imagen fija.</translation>
    </message>
    <message>
        <source>A person who accompanies the interview may look through your camera; a line at the top of this window says so while somebody does.</source>
        <translation>Una persona que acompaña la entrevista puede mirar por su cámara; mientras alguien lo hace, lo dice una línea en la parte superior de esta ventana.</translation>
    </message>
    <message>
        <source>A person who accompanies your interview is looking through your camera now. They see the picture and hear nothing; nothing of it is kept.</source>
        <translation>Una persona que acompaña su entrevista está mirando ahora por su cámara. Ve la imagen y no oye nada; no se conserva nada de ella.</translation>
    </message>
    <message>
        <source>This is practice: nothing of it was sent, and nothing of it is kept.</source>
        <translation>Esto es una práctica: no se ha enviado nada de ella y no se conserva nada.</translation>
    </message>
    <message>
        <source>Nothing waits: the server has confirmed all of it.</source>
        <translation>No hay nada pendiente: el servidor lo ha confirmado todo.</translation>
    </message>
    <message>
        <source>Still on this computer only: {n} entries and recordings, {size}.</source>
        <translation>Todavía solo en este ordenador: {n} entradas y grabaciones, {size}.</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} bytes</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Your answers as text, and when you opened and ended questions</source>
        <translation>Sus respuestas como texto, y cuándo abrió y terminó las preguntas</translation>
    </message>
    <message>
        <source>What was noted by the watch, as times and figures</source>
        <translation>Lo que anotó la vigilancia, en forma de horas y cifras</translation>
    </message>
    <message>
        <source>What you agreed to, asked and explained</source>
        <translation>Lo que usted aceptó, pidió y explicó</translation>
    </message>
    <message>
        <source>Steps of the interview, checks, and the state of this computer</source>
        <translation>Pasos de la entrevista, comprobaciones y estado de este ordenador</translation>
    </message>
    <message>
        <source>Recordings of your voice</source>
        <translation>Grabaciones de su voz</translation>
    </message>
    <message>
        <source>Your selfie, and pictures kept of what was noted</source>
        <translation>Su selfi y las imágenes conservadas de lo anotado</translation>
    </message>
    <message>
        <source>Face and voice as numbers, to compare with</source>
        <translation>Cara y voz en forma de números, para comparar</translation>
    </message>
    <message>
        <source>Small still pictures for those who watch live</source>
        <translation>Pequeñas imágenes fijas para quienes vigilan en directo</translation>
    </message>
    <message>
        <source>The live picture of your camera, each time that a person looked</source>
        <translation>La imagen en directo de su cámara, cada vez que una persona miró</translation>
    </message>
    <message>
        <source>Signs of life: that the app runs, and how busy this computer is</source>
        <translation>Señales de vida: que la aplicación funciona y lo ocupado que está este ordenador</translation>
    </message>
    <message>
        <source>Opening, starting and handing in the interview</source>
        <translation>Apertura, inicio y entrega de la entrevista</translation>
    </message>
    <message>
        <source>Open lines, on which only the server speaks</source>
        <translation>Líneas abiertas, en las que solo habla el servidor</translation>
    </message>
    <message>
        <source>Whether a phone, a book or a second screen is seen.</source>
        <translation>Si se ve un teléfono, un libro o una segunda pantalla.</translation>
    </message>
    <message>
        <source>Whether the camera is covered, frozen or unplugged.</source>
        <translation>Si la cámara está tapada, congelada o desenchufada.</translation>
    </message>
    <message>
        <source>This computer, during the questions: whether programs for remote control, recording or help with answers run, whether other windows lie over this one, and which displays and input devices there are.</source>
        <translation>Este ordenador, durante las preguntas: si se ejecutan programas de control remoto, de grabación o de ayuda con las respuestas, si hay otras ventanas sobre esta y qué pantallas y dispositivos de entrada hay.</translation>
    </message>
    <message>
        <source>Covers the questions until it is put right or a person lets you go on: {list}. The time is given back up to {n} seconds; nothing is ended by it.</source>
        <translation>Cubre las preguntas hasta que se resuelva o una persona le deje continuar: {list}. El tiempo se devuelve hasta {n} segundos; no termina nada por ello.</translation>
    </message>
    <message>
        <source>What is watched on this computer</source>
        <translation>Qué se observa en este ordenador</translation>
    </message>
    <message>
        <source>What leaves this computer, encrypted</source>
        <translation>Qué sale de este ordenador, cifrado</translation>
    </message>
    <message>
        <source>What never leaves it</source>
        <translation>Qué no sale nunca de él</translation>
    </message>
    <message>
        <source>Video: but for that small still picture, it is looked at here and forgotten.</source>
        <translation>Vídeo: salvo esa pequeña imagen fija, se mira aquí y se olvida.</translation>
    </message>
    <message>
        <source>Video: the picture is looked at here and forgotten.</source>
        <translation>Vídeo: la imagen se mira aquí y se olvida.</translation>
    </message>
    <message>
        <source>Sound beside your recordings: heard here and forgotten, never written down.</source>
        <translation>El sonido aparte de sus grabaciones: se oye aquí y se olvida, nunca se transcribe.</translation>
    </message>
    <message>
        <source>Also during the questions: whether another program puts something into the clipboard (never what), and whether the way to the network changes.</source>
        <translation>También durante las preguntas: si otro programa pone algo en el portapapeles (nunca qué) y si cambia el acceso a la red.</translation>
    </message>
    <message>
        <source>Your other files, what your other programs show or hold, your passwords.</source>
        <translation>Sus otros archivos, lo que muestran o contienen sus otros programas, sus contraseñas.</translation>
    </message>
    <message>
        <source>Your other files, your other programs, your passwords.</source>
        <translation>Sus otros archivos, sus otros programas, sus contraseñas.</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Quién decide</translation>
    </message>
    <message>
        <source>People. Nothing that is noticed ends the interview or lowers a mark by itself.</source>
        <translation>Las personas. Nada de lo que se nota termina la entrevista ni baja una nota por sí solo.</translation>
    </message>
    <message>
        <source>No guess is made about your feelings, honesty or character.</source>
        <translation>No se hace ninguna conjetura sobre sus sentimientos, su honradez o su carácter.</translation>
    </message>
    <message>
        <source>Answers, recordings and pictures are erased after {n} days; your name and your marks when their time is over.</source>
        <translation>Las respuestas, grabaciones e imágenes se borran a los {n} días; su nombre y sus notas, cuando termina su plazo.</translation>
    </message>
    <message>
        <source>Any other video: but for that small still picture and those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>Cualquier otro vídeo: salvo esa pequeña imagen fija y esas miradas en directo, se mira aquí y se olvida. No se conserva vídeo en ninguna parte.</translation>
    </message>
    <message>
        <source>Any other video: but for those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>Cualquier otro vídeo: salvo esas miradas en directo, se mira aquí y se olvida. No se conserva vídeo en ninguna parte.</translation>
    </message>
    <message>
        <source>This window stays in front of all others. If another one takes the keyboard, this one takes it back, and when that was is noted.</source>
        <translation>Esta ventana permanece delante de todas las demás. Si otra toma el teclado, esta lo recupera, y se anota cuándo ocurrió.</translation>
    </message>
    <message>
        <source>This window stays in front of all others, and keys that switch programs or take pictures of the screen do nothing. When one is pressed, or another window takes the keyboard, that is noted.</source>
        <translation>Esta ventana permanece delante de todas las demás, y las teclas que cambian de programa o hacen capturas de pantalla no hacen nada. Cuando se pulsa una, u otra ventana toma el teclado, se anota.</translation>
    </message>
    <message>
        <source>What is held while the interview runs</source>
        <translation>Qué se bloquea mientras dura la entrevista</translation>
    </message>
    <message>
        <source>The clipboard is emptied at the start and at the end.</source>
        <translation>El portapapeles se vacía al principio y al final.</translation>
    </message>
    <message>
        <source>You can leave at any time by the button above. At the end, and also after a crash, your computer is set back as it was.</source>
        <translation>Puede salir en cualquier momento con el botón de arriba. Al final, y también tras un fallo, su ordenador queda como estaba.</translation>
    </message>
    <message>
        <source>Comparing your face and voice by computer</source>
        <translation>Comparación de su rostro y su voz por ordenador</translation>
    </message>
    <message>
        <source>Your face and voice as numbers, made from selfie and voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>Su rostro y su voz como números, obtenidos del selfi y de la muestra de voz: como una huella dactilar, cifrados y solo para esta entrevista.</translation>
    </message>
    <message>
        <source>Comparing your face by computer</source>
        <translation>Comparación de su rostro por ordenador</translation>
    </message>
    <message>
        <source>Your face as numbers, made from selfie: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>Su rostro como números, obtenidos del selfi: como una huella dactilar, cifrados y solo para esta entrevista.</translation>
    </message>
    <message>
        <source>Comparing your voice by computer</source>
        <translation>Comparación de su voz por ordenador</translation>
    </message>
    <message>
        <source>Your voice as numbers, made from voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>Su voz como números, obtenidos de la muestra de voz: como una huella dactilar, cifrados y solo para esta entrevista.</translation>
    </message>
    <message>
        <source>You may say no and go on: then a person checks who you are.</source>
        <translation>Puede decir que no y continuar: entonces una persona comprueba quién es usted.</translation>
    </message>
    <message>
        <source>This interview needs it. If you do not want it, choose Leave above and ask the person who invited you for a way without: then a person checks who you are.</source>
        <translation>Esta entrevista lo requiere. Si no lo desea, elija «Salir» arriba y pida a quien le invitó una forma sin ello: entonces una persona comprueba quién es usted.</translation>
    </message>
    <message>
        <source>You can take a yes back at any time, also on your invitation&apos;s page: the numbers are destroyed.</source>
        <translation>Puede retirar un sí en cualquier momento, también en la página de su invitación: los números se destruyen.</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language that this file translates into, such as de. It goes into the record.</extracomment>
        <translation>es</translation>
    </message>
    <message>
        <source>No picture of you goes to them, and none of your name unless you say it in an answer.</source>
        <translation>Ninguna imagen de usted les llega, ni su nombre, salvo que lo diga en una respuesta.</translation>
    </message>
    <message>
        <source>Who else gets your answers</source>
        <translation>Quién más recibe sus respuestas</translation>
    </message>
    <message>
        <source>The texts of your answers, by the server: to a language model at {host}, which proposes marks and may write further questions. A person decides.</source>
        <translation>Los textos de sus respuestas, por el servidor: a un modelo de lenguaje en {host}, que propone puntos y puede redactar más preguntas. Una persona decide.</translation>
    </message>
    <message>
        <source>Recordings that this computer cannot write down, by the server: to a service at {host}, which turns them into text.</source>
        <translation>Las grabaciones que este equipo no puede transcribir, por el servidor: a un servicio en {host}, que las convierte en texto.</translation>
    </message>
    <message>
        <source>Your typed answers as you write, and the recordings of your spoken answers.</source>
        <translation>Sus respuestas escritas a medida que escribe y las grabaciones de sus respuestas habladas.</translation>
    </message>
    <message>
        <source>Your selfie and your voice sample, so that a person can tell who took the interview.</source>
        <translation>Su selfi y su muestra de voz, para que una persona pueda saber quién hizo la entrevista.</translation>
    </message>
    <message>
        <source>Your selfie, so that a person can tell who took the interview.</source>
        <translation>Su selfi, para que una persona pueda saber quién hizo la entrevista.</translation>
    </message>
    <message>
        <source>Your voice sample, so that a person can tell who took the interview.</source>
        <translation>Su muestra de voz, para que una persona pueda saber quién hizo la entrevista.</translation>
    </message>
    <message>
        <source>How exact the gaze calibration was, if you made it.</source>
        <translation>La exactitud de la calibración de la mirada, si la hizo.</translation>
    </message>
    <message>
        <source>A list of what was noticed, with times. No score comes from it.</source>
        <translation>Una lista de lo que se notó, con horas. De ella no sale ninguna puntuación.</translation>
    </message>
    <message>
        <source>Names of such programs, windows with their titles, and devices, where they were noticed.</source>
        <translation>Nombres de esos programas, de ventanas con sus títulos y de dispositivos, cuando se notaron.</translation>
    </message>
    <message>
        <source>Names of such programs, windows and devices, where they were noticed.</source>
        <translation>Nombres de esos programas, ventanas y dispositivos, cuando se notaron.</translation>
    </message>
    <message>
        <source>At most {n} small pictures an hour, each belonging to an entry of that list.</source>
        <translation>Como máximo {n} imágenes pequeñas por hora, cada una correspondiente a una entrada de esa lista.</translation>
    </message>
    <message>
        <source>A small still picture of the camera every ten seconds, for a person who accompanies the interview. Only the newest is kept, and none after the end.</source>
        <translation>Una pequeña imagen fija de la cámara cada diez segundos, para una persona que acompaña la entrevista. Solo se conserva la más reciente, y ninguna tras el final.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture, live and without sound, while a person who accompanies the interview looks through it. You are told each time and for as long as somebody looks; each look is on record and the picture is not kept.</source>
        <translation>La imagen de la cámara, en directo y sin sonido, mientras una persona que acompaña la entrevista mira por ella. Se le avisa cada vez y mientras alguien mira; cada mirada queda registrada y la imagen no se conserva.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie.</source>
        <translation>Si su rostro está en la imagen y si es el del selfi.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie, and whether anybody else is.</source>
        <translation>Si su rostro está en la imagen, si es el del selfi y si hay alguien más.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture.</source>
        <translation>Si su rostro está en la imagen.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, and whether anybody else is.</source>
        <translation>Si su rostro está en la imagen y si hay alguien más.</translation>
    </message>
    <message>
        <source>Whether your head is turned away from the screen.</source>
        <translation>Si su cabeza está apartada de la pantalla.</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen.</source>
        <translation>Si su cabeza o sus ojos están apartados de la pantalla.</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen, coarsely.</source>
        <translation>Si su cabeza o sus ojos están apartados de la pantalla, de forma aproximada.</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer or the voice sample.</source>
        <translation>Su micrófono: solo se graba mientras usted graba una respuesta o la muestra de voz.</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer.</source>
        <translation>Su micrófono: solo se graba mientras usted graba una respuesta.</translation>
    </message>
    <message>
        <source>It is listened to for speech, a second voice and loudspeakers during the questions.</source>
        <translation>Durante las preguntas se escucha por si hay habla, una segunda voz o altavoces.</translation>
    </message>
    <message>
        <source>It is listened to for speech and loudspeakers during the questions.</source>
        <translation>Durante las preguntas se escucha por si hay habla o altavoces.</translation>
    </message>
    <message>
        <source>It is listened to for a second voice and loudspeakers during the questions.</source>
        <translation>Durante las preguntas se escucha por si hay una segunda voz o altavoces.</translation>
    </message>
    <message>
        <source>It is listened to for a second voice during the questions.</source>
        <translation>Durante las preguntas se escucha por si hay una segunda voz.</translation>
    </message>
    <message>
        <source>It is listened to for loudspeakers during the questions.</source>
        <translation>Durante las preguntas se escucha por si hay altavoces.</translation>
    </message>
    <message>
        <source>Practice: nothing is sent, and nothing is kept when it ends.</source>
        <translation>Práctica: no se envía nada y no se conserva nada cuando termina.</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Hablar</translation>
    </message>
    <message>
        <source>What do you like to do on a free day?</source>
        <translation>¿Qué le gusta hacer en un día libre?</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Describe in two or three sentences how you make tea or coffee.</source>
        <translation>Describa en dos o tres frases cómo prepara el té o el café.</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Programar</translation>
    </message>
    <message>
        <source>Write a function total(numbers) that returns the sum of a list of numbers.</source>
        <translation>Escriba una función total(numbers) que devuelva la suma de una lista de números.</translation>
    </message>
    <message>
        <source>three numbers</source>
        <translation>tres números</translation>
    </message>
    <message>
        <source>Practice interview</source>
        <translation>Entrevista de práctica</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>In practice no code is run. In an interview the server runs it, and its output is shown here.</source>
        <translation>En la práctica no se ejecuta código. En una entrevista lo ejecuta el servidor y su salida se muestra aquí.</translation>
    </message>
    <message>
        <source>The invite is not used here: {why}</source>
        <translation>La invitación no se usa aquí: {why}</translation>
    </message>
    <message>
        <source>The signed report was sent: the people who invited you can read it.</source>
        <translation>El informe firmado se ha enviado: quienes le invitaron pueden leerlo.</translation>
    </message>
    <message>
        <source>The report was not sent: {why}</source>
        <translation>El informe no se ha enviado: {why}</translation>
    </message>
    <message>
        <source>The signed report is in the file {name}.</source>
        <translation>El informe firmado está en el archivo {name}.</translation>
    </message>
    <message>
        <source>The file cannot be written: {why}</source>
        <translation>No se puede escribir el archivo: {why}</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 entrada</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} entradas</translation>
    </message>
    <message>
        <source>1 recording or picture</source>
        <translation>1 grabación o imagen</translation>
    </message>
    <message>
        <source>{n} recordings and pictures</source>
        <translation>{n} grabaciones e imágenes</translation>
    </message>
    <message>
        <source>Still to send: {what} ({size}).</source>
        <translation>Falta por enviar: {what} ({size}).</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>Enviar el informe</translation>
    </message>
    <message>
        <source>The people who invited you can read it; it decides nothing by itself</source>
        <translation>Quienes le invitaron pueden leerlo; por sí solo no decide nada</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Guardar como archivo …</translation>
    </message>
    <message>
        <source>Is this computer ready?</source>
        <translation>¿Está listo este ordenador?</translation>
    </message>
    <message>
        <source>This takes about half a minute. The camera is opened for a moment and two seconds are listened to; neither picture nor sound is kept or sent.</source>
        <translation>Esto tarda alrededor de medio minuto. La cámara se abre un momento y se escucha durante dos segundos; no se guarda ni se envía imagen ni sonido.</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>Checking: {n} of {total} done</source>
        <translation>Comprobando: {n} de {total} hechas</translation>
    </message>
    <message>
        <source>checking …</source>
        <translation>comprobando …</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>Dónde guardar el archivo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Otros programas</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Luz</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Altavoces</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>What to do: {cure}</source>
        <translation>Qué hacer: {cure}</translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <translation>No se ha comprobado nada.</translation>
    </message>
    <message>
        <source>This computer is ready.</source>
        <translation>Este ordenador está listo.</translation>
    </message>
    <message>
        <source>Not ready yet: {failed} failed, {unsure} unknown.</source>
        <translation>Aún no está listo: {failed} con fallo, {unsure} desconocidas.</translation>
    </message>
    <message>
        <source>Nothing failed, but {unsure} could not be told.</source>
        <translation>Nada falló, pero {unsure} no se pudo determinar.</translation>
    </message>
    <message>
        <source>What was found on this computer</source>
        <translation>Qué se ha encontrado en este ordenador</translation>
    </message>
    <message>
        <source>Nothing to be noted: {names}.</source>
        <translation>Nada que señalar: {names}.</translation>
    </message>
    <message>
        <source>{name}: cannot be told ({why}).</source>
        <translation>{name}: no se puede saber ({why}).</translation>
    </message>
    <message>
        <source>{name}: {found}. A person looks at it; nothing else follows.</source>
        <translation>{name}: {found}. Lo mira una persona; no tiene ninguna otra consecuencia.</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>programas</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>ventanas</translation>
    </message>
    <message>
        <source>displays</source>
        <translation>pantallas</translation>
    </message>
    <message>
        <source>kind of computer</source>
        <translation>tipo de ordenador</translation>
    </message>
    <message>
        <source>remote control</source>
        <translation>control remoto</translation>
    </message>
    <message>
        <source>screen recording</source>
        <translation>grabación de pantalla</translation>
    </message>
    <message>
        <source>camera and microphone</source>
        <translation>cámara y micrófono</translation>
    </message>
    <message>
        <source>this app itself</source>
        <translation>esta misma aplicación</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>teclado</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>portapapeles</translation>
    </message>
    <message>
        <source>way to the network</source>
        <translation>acceso a la red</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>reloj</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>disco</translation>
    </message>
    <message>
        <source>a program that is not allowed in this interview</source>
        <translation>un programa que no está permitido en esta entrevista</translation>
    </message>
    <message>
        <source>another or a mirrored display</source>
        <translation>otra pantalla o una pantalla duplicada</translation>
    </message>
    <message>
        <source>a connection from afar to this computer</source>
        <translation>una conexión remota a este equipo</translation>
    </message>
    <message>
        <source>a recording or sharing of the screen</source>
        <translation>una grabación o transmisión de la pantalla</translation>
    </message>
    <message>
        <source>keys that lead out of this app and cannot be held here</source>
        <translation>teclas que llevan fuera de esta aplicación y que aquí no se pueden retener</translation>
    </message>
    <message>
        <source>Close it, also where it only runs in the background.</source>
        <translation>Ciérrelo, aunque solo se ejecute en segundo plano.</translation>
    </message>
    <message>
        <source>Unplug it or switch it off, and end the mirroring.</source>
        <translation>Desconéctela o apáguela, y termine la duplicación.</translation>
    </message>
    <message>
        <source>End that connection, and sit at the computer itself.</source>
        <translation>Termine esa conexión y siéntese ante el propio equipo.</translation>
    </message>
    <message>
        <source>Stop it in the program that does it.</source>
        <translation>Deténgala en el programa que lo hace.</translation>
    </message>
    <message>
        <source>You cannot put that right here: press I need help, and a person decides.</source>
        <translation>Eso no puede resolverlo aquí: pulse «Necesito ayuda» y una persona decidirá.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Ctrl and −</source>
        <translation>Ctrl y −</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Ctrl and +</source>
        <translation>Ctrl y +</translation>
    </message>
    <message>
        <source>Strong contrast (F4)</source>
        <translation>Contraste fuerte (F4)</translation>
    </message>
    <message>
        <source>Both are remembered on this computer.</source>
        <translation>Ambos se recuerdan en este equipo.</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>Texto y contraste</translation>
    </message>
    <message>
        <source>Size of the text: {percent} %</source>
        <translation>Tamaño del texto: {percent} %</translation>
    </message>
</context>
<context>
    <name>Cameras</name>
    <message>
        <source>Recording</source>
        <translation>Grabación en curso</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Your answers are saved on this computer, but some have not reached the server. Stay until they have, or open the app again later: it goes on sending by itself.</source>
        <translation>Sus respuestas están guardadas en este ordenador, pero algunas no han llegado al servidor. Quédese hasta que lleguen o vuelva a abrir la aplicación más tarde: sigue enviando por sí sola.</translation>
    </message>
    <message>
        <source>The interview has not started and nothing is lost. Open the app again to go on before the time named in your invitation.</source>
        <translation>La entrevista no ha empezado y no se pierde nada. Para continuar, vuelva a abrir la aplicación antes de la hora indicada en su invitación.</translation>
    </message>
    <message>
        <source>Your answers are saved and the clocks stand still. You need not leave the app for a break. If you do, open it again before the interview goes on: it returns to this question. Those in charge are told that you left.</source>
        <translation>Sus respuestas están guardadas y los relojes están parados. No hace falta salir de la aplicación para una pausa. Si lo hace, ábrala de nuevo antes de que la entrevista continúe: vuelve a esta pregunta. Se avisa a las personas responsables de que ha salido.</translation>
    </message>
    <message>
        <source>The practice ends here. Nothing of it was sent, and nothing is kept.</source>
        <translation>La práctica termina aquí. No se envió nada de ella y no se conserva nada.</translation>
    </message>
    <message>
        <source>Your answers are saved. The clock goes on while you are away, and those in charge are told that you left. Until the time is over you can come back: open the app again, and it returns to this question. Leaving does not hand the interview in.</source>
        <translation>Sus respuestas están guardadas. El reloj sigue corriendo en su ausencia, y se avisa a las personas responsables de que ha salido. Puede volver hasta que se acabe el tiempo: abra la aplicación de nuevo y vuelve a esta pregunta. Salir no entrega la entrevista.</translation>
    </message>
    <message>
        <source>What is watched and sent</source>
        <translation>Qué se vigila y se envía</translation>
    </message>
    <message>
        <source>Stop comparing my face and voice</source>
        <translation>Dejar de comparar mi cara y mi voz</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>The numbers made from your face and voice are destroyed, here and on the server, and nothing is compared any more. The interview goes on as before, and a person checks who you are. This cannot be undone in this interview.</source>
        <translation>Los números obtenidos de su cara y su voz se destruyen, aquí y en el servidor, y ya no se compara nada. La entrevista continúa como antes, y una persona comprueba su identidad. Esto no se puede deshacer en esta entrevista.</translation>
    </message>
    <message>
        <source>Stop comparing?</source>
        <translation>¿Dejar de comparar?</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Dejar de comparar</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>Cámara, micrófono y altavoz</translation>
    </message>
    <message>
        <source>Leave now?</source>
        <translation>¿Salir ahora?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarme</translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>Your code</source>
        <translation>Su código</translation>
    </message>
    <message>
        <source>Tab indents. Press Escape and then Tab to leave the editor. Ctrl+F searches, Ctrl+G goes to a line, Ctrl+slash makes comments.</source>
        <translation>Tab aplica sangría. Pulse Escape y después Tab para salir del editor. Ctrl+F busca, Ctrl+G va a una línea, Ctrl+/ crea comentarios.</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Close brackets</source>
        <translation>Cerrar paréntesis</translation>
    </message>
    <message>
        <source>A bracket or quote brings its other half</source>
        <translation>Un paréntesis o una comilla añade su pareja</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Ctrl+F finds, Ctrl+H replaces, Ctrl+G goes to a line</source>
        <translation>Ctrl+F busca, Ctrl+H reemplaza, Ctrl+G va a una línea</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentar</translation>
    </message>
    <message>
        <source>Ctrl+/ makes the selected lines comments, or code again</source>
        <translation>Ctrl+/ convierte las líneas seleccionadas en comentarios, o de nuevo en código</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>I have read this and I agree.</source>
        <translation>Lo he leído y estoy de acuerdo.</translation>
    </message>
    <message>
        <source>A computer may compare my face and voice.</source>
        <translation>Un ordenador puede comparar mi cara y mi voz.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Before you agree</source>
        <translation>Antes de aceptar</translation>
    </message>
    <message>
        <source>This computer watches during the interview so that no person has to. Look this up at any time under “Watched and sent”.</source>
        <translation>Este ordenador vigila durante la entrevista para que no tenga que hacerlo ninguna persona. Puede consultarlo en cualquier momento en «Vigilado y enviado».</translation>
    </message>
    <message>
        <source>If you do not agree, choose Leave above: no picture or sound was kept.</source>
        <translation>Si no está de acuerdo, elija «Salir» arriba: no se ha conservado ninguna imagen ni sonido.</translation>
    </message>
    <message>
        <source>A computer may compare my face.</source>
        <translation>Un ordenador puede comparar mi cara.</translation>
    </message>
    <message>
        <source>A computer may compare my voice.</source>
        <translation>Un ordenador puede comparar mi voz.</translation>
    </message>
    <message>
        <source>Left empty, a person checks who you are instead.</source>
        <translation>Si se deja vacío, una persona comprueba su identidad en su lugar.</translation>
    </message>
    <message>
        <source>This interview needs it: for a way without, ask the person who invited you.</source>
        <translation>Esta entrevista lo necesita: para hacerla de otro modo, consulte a la persona que le invitó.</translation>
    </message>
</context>
<context>
    <name>DeviceCheck</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>Cámara, micrófono y altavoz</translation>
    </message>
    <message>
        <source>See that the picture shows your face and that the bar moves when you speak. Nothing is recorded yet. You can switch devices later as well.</source>
        <translation>Compruebe que la imagen muestra su cara y que la barra se mueve cuando habla. Todavía no se graba nada. También podrá cambiar de dispositivo más tarde.</translation>
    </message>
    <message>
        <source>Continue opens once the camera gives a picture.</source>
        <translation>«Continuar» se activa en cuanto la cámara da imagen.</translation>
    </message>
    <message>
        <source>Connect a microphone and choose it above to continue.</source>
        <translation>Conecte un micrófono y elíjalo arriba para continuar.</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Play a test sentence</source>
        <translation>Reproducir una frase de prueba</translation>
    </message>
    <message>
        <source>Says a short sentence on the chosen speaker</source>
        <translation>Dice una frase corta por el altavoz elegido</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>no se encontró ninguno</translation>
    </message>
    <message>
        <source>No camera is in use. Connect one or choose it above.</source>
        <translation>No hay ninguna cámara en uso. Conecte una o elíjala arriba.</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, then choose it above.</source>
        <translation>No se encontró ninguna cámara. Conecte una y elíjala arriba.</translation>
    </message>
    <message>
        <source>No microphone is in use. Connect one or choose it above.</source>
        <translation>No hay ningún micrófono en uso. Conecte uno o elíjalo arriba.</translation>
    </message>
    <message>
        <source>No microphone was found. Connect one, then choose it above.</source>
        <translation>No se encontró ningún micrófono. Conecte uno y elíjalo arriba.</translation>
    </message>
    <message>
        <source>Your microphone hears you.</source>
        <translation>Su micrófono le oye.</translation>
    </message>
    <message>
        <source>Say something: the bar should move.</source>
        <translation>Diga algo: la barra debería moverse.</translation>
    </message>
    <message>
        <source>The system&apos;s own voice is heard on the system&apos;s own speaker. To hear it on this one, choose it in the system&apos;s sound settings as well.</source>
        <translation>La voz propia del sistema se oye por el altavoz del sistema. Para oírla por este, elíjalo también en los ajustes de sonido del sistema.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Reemplazar por</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Ir a la línea</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>Número de línea</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Distinguir mayúsculas</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Reemplazar todo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation>Volver al código</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>de {n}</translation>
    </message>
    <message>
        <source>1 replaced</source>
        <translation>1 reemplazo</translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>{n} reemplazos</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 coincidencia</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} coincidencias</translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message>
        <source>Handing in</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>Cerrar la aplicación</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Guardar como archivo …</translation>
    </message>
    <message>
        <source>Writes everything that was recorded into one sealed file</source>
        <translation>Escribe todo lo registrado en un único archivo sellado</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un momento, por favor</translation>
    </message>
    <message>
        <source>Your interview was ended</source>
        <translation>Se ha puesto fin a su entrevista</translation>
    </message>
    <message>
        <source>That was the practice interview</source>
        <translation>Esa fue la entrevista de práctica</translation>
    </message>
    <message>
        <source>Thank you: your interview is handed in</source>
        <translation>Gracias: su entrevista está entregada</translation>
    </message>
    <message>
        <source>Your interview is being handed in</source>
        <translation>Su entrevista se está entregando</translation>
    </message>
    <message>
        <source>The time is over. </source>
        <translation>El tiempo se ha acabado. </translation>
    </message>
    <message>
        <source>A person decided this, no program did. Everything that you answered has arrived and is kept; nothing was thrown away.

What happens next: people at {organisation} read it and write to you. If you think this was a mistake, reply to your invitation and quote {number}: the interview can be opened again, with the time that was left. You can close the app now.</source>
        <translation>Lo decidió una persona, no un programa. Todo lo que respondió ha llegado y se conserva; no se ha desechado nada.

Qué pasa ahora: por parte de {organisation}, lo leerán personas y le escribirán. Si cree que ha sido un error, conteste a su invitación e indique {number}: la entrevista puede volver a abrirse, con el tiempo que quedaba. Ya puede cerrar la aplicación.</translation>
    </message>
    <message>
        <source>In an interview your answers would now be with the people who invited you. Here nothing was sent, and all of it is deleted when you go on. You can practise as often as you like.</source>
        <translation>En una entrevista sus respuestas estarían ahora con quienes le invitaron. Aquí no se envió nada, y todo se borra cuando continúe. Puede practicar tantas veces como quiera.</translation>
    </message>
    <message>
        <source>There may be one more question about your last answer. If none comes within a few seconds, your interview is handed in by itself.</source>
        <translation>Puede que haya una pregunta más sobre su última respuesta. Si no llega ninguna en unos segundos, su entrevista se entrega automáticamente.</translation>
    </message>
    <message>
        <source>Everything has arrived. People will read your answers; {organisation} tells you how it goes on. You can close the app now.</source>
        <translation>Todo ha llegado. Sus respuestas las leerán personas; recibirá noticias de {organisation} sobre los próximos pasos. Ya puede cerrar la aplicación.</translation>
    </message>
    <message>
        <source>There is no connection at the moment. Your answers are safe on this computer. Keep the app open: it goes on by itself once the connection is back. You can also leave, and open the app again later, even tomorrow: it goes on sending.</source>
        <translation>En este momento no hay conexión. Sus respuestas están a salvo en este ordenador. Deje la aplicación abierta: continúa por sí sola cuando vuelva la conexión. También puede salir y abrir la aplicación más tarde, incluso mañana: sigue enviando.</translation>
    </message>
    <message>
        <source>End the practice</source>
        <translation>Terminar la práctica</translation>
    </message>
    <message>
        <source>Everything is in the file {name} ({size}). Give it to the people who invited you. It is sealed: only their server can read it. The app still goes on trying to send.</source>
        <translation>Todo está en el archivo {name} ({size}). Entréguelo a las personas que le invitaron. Está sellado: solo su servidor puede leerlo. La aplicación sigue intentando enviar.</translation>
    </message>
    <message>
        <source>If the connection does not come back at all, you can save everything as one sealed file, on a USB stick for example, and give it to {organisation}.</source>
        <translation>Si la conexión no vuelve, puede guardarlo todo en un archivo sellado, por ejemplo en una memoria USB, y entregarlo a {organisation}.</translation>
    </message>
    <message>
        <source>the people who invited you</source>
        <translation>las personas que le invitaron</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>Dónde guardar el archivo</translation>
    </message>
    <message>
        <source>All answers are saved. Please keep the app open until they have been sent.</source>
        <translation>Todas las respuestas están guardadas. Deje la aplicación abierta hasta que se hayan enviado.</translation>
    </message>
    <message>
        <source>Switching the camera off …</source>
        <translation>Apagando la cámara …</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>Transcribiendo lo que dijo …</translation>
    </message>
    <message>
        <source>Closing the interview …</source>
        <translation>Cerrando la entrevista …</translation>
    </message>
</context>
<context>
    <name>GazePage</name>
    <message>
        <source>This takes about 30 seconds. A point appears at 13 places of your screen, one after the other: look at each until the next one comes. Sit as you will sit later, about an arm&apos;s length away, and keep your head fairly still. You need to press nothing.</source>
        <translation>Dura unos 30 segundos. Un punto aparece en 13 lugares de la pantalla, uno tras otro: mire cada uno hasta que aparezca el siguiente. Siéntese como estará después, aproximadamente a un brazo de distancia, y mantenga la cabeza bastante quieta. No tiene que pulsar nada.</translation>
    </message>
    <message>
        <source>No picture is kept: only how the direction of your eyes belongs to places on the screen, and how exact that is. If you skip it, eyes are judged more carefully: less is noticed, and nothing counts against you.</source>
        <translation>No se conserva ninguna imagen: solo cómo se corresponde la dirección de sus ojos con los lugares de la pantalla, y con qué precisión. Si lo omite, la mirada se valora con más cautela: se nota menos, y nada cuenta en su contra.</translation>
    </message>
    <message>
        <source>This computer does not know how large your screen is, so a 14-inch one is assumed; the result says how exact that came out.</source>
        <translation>Este ordenador no sabe el tamaño de su pantalla, así que se supone una de 14 pulgadas; el resultado indica la precisión obtenida.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Where you look</source>
        <translation>Hacia dónde mira</translation>
    </message>
    <message>
        <source>You are asked to do this once more. {why} The clock of your question stands still meanwhile, and your answer is saved.</source>
        <translation>Se le pide que lo haga una vez más. {why} El reloj de su pregunta está parado mientras tanto, y su respuesta está guardada.</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>Intentar otra vez</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Seguir sin ello</translation>
    </message>
</context>
<context>
    <name>Glow</name>
    <message>
        <source>The light of the screen changes</source>
        <translation>La luz de la pantalla cambia</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Detener (Esc)</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>Un mensaje, una pausa o una persona; pedirlo no termina nada (F1)</translation>
    </message>
    <message>
        <source>The interview is paused</source>
        <translation>La entrevista está en pausa</translation>
    </message>
    <message>
        <source>The clocks stand still. The camera is off, and nothing is watched or recorded. You may leave your place. Your answers are saved.

The interview goes on at this question when {whom} resumes it: stay where you can see this screen.</source>
        <translation>Los relojes están parados. La cámara está apagada, y no se vigila ni se graba nada. Puede dejar su sitio. Sus respuestas están guardadas.

La entrevista continúa en esta pregunta cuando {whom} la reanude: quédese donde pueda ver esta pantalla.</translation>
    </message>
    <message>
        <source>the person in charge</source>
        <translation>la persona responsable</translation>
    </message>
    <message>
        <source>{left} left when it goes on</source>
        <translation>Tiempo restante al reanudarse: {left}</translation>
    </message>
    <message>
        <source>The screen is covered for the moment</source>
        <translation>La pantalla está cubierta por el momento</translation>
    </message>
    <message>
        <source>Please stay at your place: the question comes back by itself as soon as {whom} uncovers it. Your answers are saved.

The clocks stand still: all the time that the screen is covered is given back to you, also without a connection. The watch goes on.

If it takes long, or you think that it is a mistake, press I need help: there you can write to {whom}, and it says whom to call.</source>
        <translation>Quédese en su sitio, por favor: la pregunta vuelve por sí sola en cuanto {whom} la descubra. Sus respuestas están guardadas.

Los relojes están parados: se le devuelve todo el tiempo en que la pantalla esté cubierta, también sin conexión. La observación continúa.

Si tarda mucho o cree que es un error, pulse «Necesito ayuda»: allí puede escribir a {whom} y ver a quién llamar.</translation>
    </message>
    <message>
        <source>The questions are covered for the moment</source>
        <translation>Las preguntas están cubiertas por el momento</translation>
    </message>
    <message>
        <source>The clocks stand still meanwhile, for {length} more at most.</source>
        <translation>Los relojes están parados mientras tanto, {length} más como máximo.</translation>
    </message>
    <message>
        <source>The clocks go on now; a person can give you more time.</source>
        <translation>Los relojes siguen ahora; una persona puede darle más tiempo.</translation>
    </message>
    <message>
        <source>The questions come back by themselves a few seconds after it is put right. Your answers are saved.

{stands}

If you cannot put it right, or think that it is a mistake, press I need help: {whom} can let you go on in spite of it.</source>
        <translation>Las preguntas vuelven por sí solas unos segundos después de resolverlo. Sus respuestas están guardadas.

{stands}

Si no puede resolverlo o cree que es un error, pulse «Necesito ayuda»: {whom} puede dejarle continuar a pesar de ello.</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>Tiempo restante total: {left}</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>Nivel del micrófono</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Recording</source>
        <translation>Grabación en curso</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Flag for later</source>
        <translation>Marcar para después</translation>
    </message>
    <message>
        <source>Marks this question in the overview, for yourself only</source>
        <translation>Marca esta pregunta en la vista general, solo para usted</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Todas las preguntas</translation>
    </message>
    <message>
        <source>Shows which questions are answered, and which are open (Ctrl+O)</source>
        <translation>Muestra qué preguntas están respondidas y cuáles quedan abiertas (Ctrl+O)</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>Pregunta anterior</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>Quitar la marca</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Camera picture</source>
        <translation>Imagen de la cámara</translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation>Esperando a la cámara …</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Enter an invite link</source>
        <translation>Introducir un enlace de invitación</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>Cerrar la aplicación</translation>
    </message>
    <message>
        <source>What you have answered until now is kept on this computer.</source>
        <translation>Lo que ha respondido hasta ahora se conserva en este ordenador.</translation>
    </message>
    <message>
        <source>The app cannot go on by itself</source>
        <translation>La aplicación no puede continuar por sí sola</translation>
    </message>
</context>
<context>
    <name>ProseEditor</name>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>Write your answer here …</source>
        <translation>Escriba aquí su respuesta …</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Done, next question</source>
        <translation>Listo, siguiente pregunta</translation>
    </message>
    <message>
        <source>or press Ctrl+Enter</source>
        <translation>o pulse Ctrl+Enter</translation>
    </message>
    <message>
        <source>Question {n} of {count}</source>
        <translation>Pregunta {n} de {count}</translation>
    </message>
    <message>
        <source>{marks} marks</source>
        <translation>{marks} puntos</translation>
    </message>
    <message>
        <source>One more question</source>
        <translation>Una pregunta más</translation>
    </message>
    <message>
        <source>It is about your answer to question {n}. It has its own time, which is added to the whole, and no marks of its own: people read it beside that answer.</source>
        <translation>Se refiere a su respuesta a la pregunta {n}. Tiene su propio tiempo, que se suma al total, y no tiene puntos propios: las personas la leen junto con aquella respuesta.</translation>
    </message>
    <message>
        <source>The time for this question is over. What you had is saved and can be read; go on with another question.</source>
        <translation>El tiempo de esta pregunta se ha acabado. Lo que tenía está guardado y puede leerse; siga con otra pregunta.</translation>
    </message>
    <message>
        <source>The time for question {n} was over. What you had is saved; this is the next one.</source>
        <translation>El tiempo de la pregunta {n} se ha acabado. Lo que tenía está guardado; esta es la siguiente.</translation>
    </message>
    <message>
        <source>Done, hand in</source>
        <translation>Listo, entregar</translation>
    </message>
    <message>
        <source>Hand in without reading it</source>
        <translation>Entregar sin leerlo</translation>
    </message>
    <message>
        <source>Hand in this answer</source>
        <translation>Entregar esta respuesta</translation>
    </message>
    <message>
        <source>Keep it, next question</source>
        <translation>Conservarla, siguiente pregunta</translation>
    </message>
    <message>
        <source>Look over all, hand in</source>
        <translation>Revisar todo y entregar</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Siguiente pregunta</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Play my answer</source>
        <translation>Escuchar mi respuesta</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Escuchar desde aquí</translation>
    </message>
    <message>
        <source>Plays your answer from the word at the text cursor.</source>
        <translation>Reproduce su respuesta desde la palabra donde está el cursor.</translation>
    </message>
    <message>
        <source>Next unsure word</source>
        <translation>Siguiente palabra dudosa</translation>
    </message>
    <message>
        <source>Goes to the next underlined word, so that you can play or correct it.</source>
        <translation>Va a la siguiente palabra subrayada, para que pueda escucharla o corregirla.</translation>
    </message>
    <message>
        <source>What we understood</source>
        <translation>Lo que hemos entendido</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Detener la reproducción</translation>
    </message>
    <message>
        <source>Your answer cannot be played here. It is saved all the same; try another speaker under Devices.</source>
        <translation>Su respuesta no se puede reproducir aquí. Está guardada de todos modos; pruebe otro altavoz en «Dispositivos».</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>Transcribiendo lo que dijo …</translation>
    </message>
    <message>
        <source>Your recording is your answer, this text helps whoever reads it. Correct what was misheard; please do not add what you did not say.</source>
        <translation>Su grabación es su respuesta; este texto ayuda a quien la lea. Corrija lo que se haya entendido mal; por favor, no añada lo que no dijo.</translation>
    </message>
    <message>
        <source>1 word is underlined: it was not understood for sure.</source>
        <translation>1 palabra está subrayada: no se entendió con seguridad.</translation>
    </message>
    <message>
        <source>{n} words are underlined: they were not understood for sure.</source>
        <translation>{n} palabras están subrayadas: no se entendieron con seguridad.</translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Run the examples</source>
        <translation>Ejecutar los ejemplos</translation>
    </message>
    <message>
        <source>Ctrl+R runs your code on these examples; no score comes of it</source>
        <translation>Ctrl+R ejecuta su código con estos ejemplos; no se obtiene ninguna nota</translation>
    </message>
    <message>
        <source>Examples and their results</source>
        <translation>Ejemplos y sus resultados</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>The chosen example in full</source>
        <translation>El ejemplo elegido completo</translation>
    </message>
    <message>
        <source>Running … You can go on typing.</source>
        <translation>Ejecutando … Puede seguir escribiendo.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>The compiler says</source>
        <translation>El compilador dice</translation>
    </message>
    <message>
        <source>{verdict}, {ms} ms</source>
        <translation>{verdict}, {ms} ms</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superado</translation>
    </message>
    <message>
        <source>Printed something else</source>
        <translation>Salida distinta de la esperada</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>Tardó demasiado</translation>
    </message>
    <message>
        <source>Used too much memory</source>
        <translation>Usó demasiada memoria</translation>
    </message>
    <message>
        <source>Printed too much</source>
        <translation>Salida demasiado larga</translation>
    </message>
    <message>
        <source>Stopped with an error</source>
        <translation>Se detuvo con un error</translation>
    </message>
    <message>
        <source>Did not compile</source>
        <translation>No compiló</translation>
    </message>
    <message>
        <source>Could not be run here</source>
        <translation>No se pudo ejecutar aquí</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>Selfie</name>
    <message>
        <source>Take the picture</source>
        <translation>Tomar la foto</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>Usar esta foto</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>Tomar otra</translation>
    </message>
    <message>
        <source>It shows the people who read your interview who took it. Look into the camera, with light on your face.</source>
        <translation>Muestra a quienes leen su entrevista quién la hizo. Mire a la cámara, con luz en la cara.</translation>
    </message>
    <message>
        <source>A picture of you</source>
        <translation>Una foto suya</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>The whole screen changes its colour slowly for a few seconds, and your face reflects it. That shows that a person sits here, not a picture. Look at the screen and keep still; no picture of it is kept.</source>
        <translation>Toda la pantalla cambia de color lentamente durante unos segundos, y su cara lo refleja. Eso demuestra que aquí hay una persona y no una foto. Mire a la pantalla y no se mueva; no se conserva ninguna imagen de ello.</translation>
    </message>
    <message>
        <source>If changing light can harm you (photosensitivity, migraine), skip this. Skipping is noted as not done and counts as nothing else. Escape stops it at any moment.</source>
        <translation>Si los cambios de luz pueden hacerle daño (fotosensibilidad, migraña), omita esto. La omisión se anota como no realizado y no cuenta como nada más. Escape lo detiene en cualquier momento.</translation>
    </message>
    <message>
        <source>Light on your face</source>
        <translation>Luz en su cara</translation>
    </message>
    <message>
        <source>Looking at the result …</source>
        <translation>Examinando el resultado …</translation>
    </message>
    <message>
        <source>The picture is clear.</source>
        <translation>La foto es nítida.</translation>
    </message>
    <message>
        <source>Sending the picture …</source>
        <translation>Enviando la foto …</translation>
    </message>
    <message>
        <source>If it does not get better, use this one: a person will look at it.</source>
        <translation>Si no mejora, use esta: una persona la mirará.</translation>
    </message>
</context>
<context>
    <name>SpokenPanel</name>
    <message>
        <source>Record your answer</source>
        <translation>Grabe su respuesta</translation>
    </message>
    <message>
        <source>Recording time so far</source>
        <translation>Tiempo de grabación hasta ahora</translation>
    </message>
    <message>
        <source>You can pause while you speak. What you say is saved as you speak, also when the connection fails or the computer stops.</source>
        <translation>Puede hacer pausas al hablar. Lo que dice se guarda mientras habla, también si falla la conexión o se para el ordenador.</translation>
    </message>
    <message>
        <source>Finished, or still thinking? Take your time: the recording goes on.</source>
        <translation>¿Ha terminado o sigue pensando? Tómese su tiempo: la grabación continúa.</translation>
    </message>
    <message>
        <source>I am finished</source>
        <translation>He terminado</translation>
    </message>
    <message>
        <source>Still thinking</source>
        <translation>Sigo pensando</translation>
    </message>
    <message>
        <source>So far: {text}</source>
        <translation>Hasta ahora: {text}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Grabar de nuevo</translation>
    </message>
    <message>
        <source>Press Record and speak. Take a moment to think first.</source>
        <translation>Pulse «Grabar» y hable. Antes, tómese un momento para pensar.</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>Abriendo el micrófono …</translation>
    </message>
    <message>
        <source>Recording, attempt {n}: speak now.</source>
        <translation>Grabando, intento {n}: hable ahora.</translation>
    </message>
    <message>
        <source>Saving what you said …</source>
        <translation>Guardando lo que dijo …</translation>
    </message>
    <message>
        <source>Your answer is saved (attempt {n}).</source>
        <translation>Su respuesta está guardada (intento {n}).</translation>
    </message>
    <message>
        <source> You may record it again: every attempt is kept, the last one counts.</source>
        <translation> Puede grabarla de nuevo: se conservan todos los intentos y cuenta el último.</translation>
    </message>
    <message>
        <source>Attempt {n} · {length} · saved</source>
        <translation>Intento {n} · {length} · guardado</translation>
    </message>
    <message>
        <source>Attempt {n} · saved</source>
        <translation>Intento {n} · guardado</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Look at the point</source>
        <translation>Mire el punto</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>Omitir (Esc)</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} de {count}</translation>
    </message>
    <message>
        <source>Working out the result …</source>
        <translation>Calculando el resultado …</translation>
    </message>
</context>
<context>
    <name>TextAnswer</name>
    <message>
        <source>Saving …</source>
        <translation>Guardando …</translation>
    </message>
    <message>
        <source>Saved on this computer.</source>
        <translation>Guardado en este ordenador.</translation>
    </message>
    <message>
        <source>Your answer is saved as you type.</source>
        <translation>Su respuesta se guarda mientras escribe.</translation>
    </message>
    <message>
        <source>Text from other programs cannot be pasted in this interview. Please type it; what you copy inside this window can be pasted.</source>
        <translation>En esta entrevista no se puede pegar texto de otros programas. Por favor, escríbalo; lo que copie dentro de esta ventana sí se puede pegar.</translation>
    </message>
    <message>
        <source>You pasted text from another program. That is allowed here, and it is noted with your answer.</source>
        <translation>Ha pegado texto de otro programa. Aquí está permitido, y se anota con su respuesta.</translation>
    </message>
    <message>
        <source>An answer can have {n} characters. What is beyond them is shown here and is not saved.</source>
        <translation>Una respuesta puede tener {n} caracteres. Lo que los supera se muestra aquí y no se guarda.</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 palabra</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} palabras</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>{left} left for this question</source>
        <translation>Tiempo restante para esta pregunta: {left}</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>Tiempo restante total: {left}</translation>
    </message>
    <message>
        <source>Last minute of the interview. What you have is handed in when it ends.</source>
        <translation>Último minuto de la entrevista. Lo que tenga se entrega cuando termine.</translation>
    </message>
    <message>
        <source>Less than {n} minutes left in all.</source>
        <translation>Quedan menos de {n} minutos en total.</translation>
    </message>
    <message>
        <source>Last minute for this question. What you have is saved when it ends.</source>
        <translation>Último minuto para esta pregunta. Lo que tenga se guarda cuando termine.</translation>
    </message>
    <message>
        <source>Less than {n} minutes left for this question.</source>
        <translation>Quedan menos de {n} minutos para esta pregunta.</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Transcript of your answer</source>
        <translation>Transcripción de su respuesta</translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>{passed} of {total} passed.</source>
        <translation>{passed} de {total} superados.</translation>
    </message>
    <message>
        <source>The code does not compile; what the compiler says is below.</source>
        <translation>El código no compila; abajo está lo que dice el compilador.</translation>
    </message>
    <message>
        <source>The examples could not be run just now. That says nothing about your code.</source>
        <translation>Los ejemplos no se han podido ejecutar en este momento. Eso no dice nada de su código.</translation>
    </message>
    <message>
        <source>The last run has not ended yet. Try again in a moment.</source>
        <translation>La última ejecución aún no ha terminado. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>There is no connection, so nothing can be run now. Your code is saved here; go on writing, and try again later.</source>
        <translation>No hay conexión, así que ahora no se puede ejecutar nada. Su código está guardado aquí; siga escribiendo e inténtelo más tarde.</translation>
    </message>
    <message>
        <source>This organisation does not run code during the interview. Your code is saved and is looked at all the same.</source>
        <translation>Esta organización no ejecuta código durante la entrevista. Su código está guardado y se revisa igualmente.</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Read this aloud</source>
        <translation>Lea esto en voz alta</translation>
    </message>
    <message>
        <source>“The morning train was late, so we walked along the river and counted seven small boats.”</source>
        <translation>«El tren de la mañana llegó con retraso, así que caminamos junto al río y contamos siete barcos pequeños.»</translation>
    </message>
    <message>
        <source>Start the interview</source>
        <translation>Empezar la entrevista</translation>
    </message>
    <message>
        <source>When you are ready</source>
        <translation>Cuando usted quiera</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>Su voz</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Todo listo para empezar</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Grabar de nuevo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Press Record, read the sentence, press Stop.</source>
        <translation>Pulse «Grabar», lea la frase y pulse «Detener».</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>Abriendo el micrófono …</translation>
    </message>
    <message>
        <source>Recording: read the sentence now.</source>
        <translation>Grabando: lea ahora la frase.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Guardando …</translation>
    </message>
    <message>
        <source>{count} questions, {length} in all. The clock starts when you press the button and does not stop. Each question has its own time as well. You may look at your keyboard and think with your eyes closed.</source>
        <translation>{count} preguntas, {length} en total. El reloj empieza cuando pulsa el botón y no se detiene. Cada pregunta tiene además su propio tiempo. Puede mirar el teclado y pensar con los ojos cerrados.</translation>
    </message>
    <message>
        <source>Opening the questions …</source>
        <translation>Abriendo las preguntas …</translation>
    </message>
    <message>
        <source>The sample is saved.</source>
        <translation>La muestra está guardada.</translation>
    </message>
    <message>
        <source>The sample is saved, but it cannot be used to recognise your voice: {note} You can record again, or go on without.</source>
        <translation>La muestra está guardada, pero no sirve para reconocer su voz: {note} Puede grabar de nuevo o seguir sin ello.</translation>
    </message>
</context>
<context>
    <name>VoiceControls</name>
    <message>
        <source>Read aloud again</source>
        <translation>Leer en voz alta otra vez</translation>
    </message>
    <message>
        <source>Or press R while you are not typing.</source>
        <translation>O pulse R cuando no esté escribiendo.</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más despacio</translation>
    </message>
    <message>
        <source>Volume of the voice, in percent</source>
        <translation>Volumen de la voz, en porcentaje</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock stands still.</source>
        <translation>Leyendo en voz alta. Su reloj está parado.</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock runs.</source>
        <translation>Leyendo en voz alta. Su reloj corre.</translation>
    </message>
    <message>
        <source>The system&apos;s own voice takes another volume from the next text on.</source>
        <translation>La voz propia del sistema adopta otro volumen a partir del texto siguiente.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Go on with this interview</source>
        <translation>Continuar esta entrevista</translation>
    </message>
    <message>
        <source>You began to prepare for it here. Its clock has not started yet.</source>
        <translation>Empezó a prepararla aquí. Su reloj aún no ha empezado.</translation>
    </message>
    <message>
        <source>Invite link or code</source>
        <translation>Enlace o código de invitación</translation>
    </message>
    <message>
        <source>Language of this app</source>
        <translation>Idioma de esta aplicación</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Check the invite</source>
        <translation>Comprobar la invitación</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>Practicar primero</translation>
    </message>
    <message>
        <source>Three short questions without an invite; nothing is sent or kept</source>
        <translation>Tres preguntas breves sin invitación; no se envía ni se conserva nada</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>Comprobar este ordenador</translation>
    </message>
    <message>
        <source>Camera, light, microphone, network and more, with what to do</source>
        <translation>Cámara, luz, micrófono, red y más, con qué hacer</translation>
    </message>
    <message>
        <source>Days before your interview</source>
        <translation>Días antes de su entrevista</translation>
    </message>
    <message>
        <source>Practise with three short questions: it needs no invite and no network, and nothing of it is sent or kept. Or see whether this computer is ready.</source>
        <translation>Practique con tres preguntas breves: no hace falta invitación ni red, y no se envía ni se conserva nada. O compruebe si este ordenador está listo.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Le damos la bienvenida</translation>
    </message>
    <message>
        <source>This app takes you through your interview: first a short check of camera and microphone, then the questions. Have the link from your invitation ready.</source>
        <translation>Esta aplicación le guía por su entrevista: primero una breve comprobación de la cámara y el micrófono, y después las preguntas. Tenga a mano el enlace de su invitación.</translation>
    </message>
    <message>
        <source>Unfinished: {title}</source>
        <translation>Sin terminar: {title}</translation>
    </message>
    <message>
        <source>{name}, this is your interview with {organisation}</source>
        <translation>{name}, esta es su entrevista con {organisation}</translation>
    </message>
    <message>
        <source>{title}: {count} questions in {length}</source>
        <translation>{title}: {count} preguntas en {length}</translation>
    </message>
    <message>
        <source>Open until {until}. The clock starts later, when you say so.</source>
        <translation>Abierta hasta {until}. El reloj empieza después, cuando usted lo indique.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Consultando al servidor …</translation>
    </message>
    <message>
        <source>Opening the interview …</source>
        <translation>Abriendo la entrevista …</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another one.</source>
        <translation>La cámara no da imagen. Vuelva a conectarla, cierre otros programas que la usen o elija otra.</translation>
    </message>
    <message>
        <source>Watched and sent</source>
        <translation>Vigilado y enviado</translation>
    </message>
    <message>
        <source>Shows what is watched now and what has left this computer (F2)</source>
        <translation>Muestra qué se vigila ahora y qué ha salido de este ordenador (F2)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>Says something about a moment, for whoever reviews it (F6)</source>
        <translation>Dice algo sobre un momento, para quien lo revise (F6)</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Switches camera, microphone or speaker; the clock goes on</source>
        <translation>Cambia la cámara, el micrófono o el altavoz; el reloj sigue corriendo</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>Un mensaje, una pausa o una persona; pedirlo no termina nada (F1)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Closes the app after asking; your answers stay saved</source>
        <translation>Cierra la aplicación tras preguntar; sus respuestas quedan guardadas</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>Texto y contraste</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Line numbers</source>
        <translation>Números de línea</translation>
    </message>
</context>
<context>
    <name>preflight</name>
    <message>
        <source>Choose a larger picture in the camera&apos;s settings, or another camera.</source>
        <translation>Elija una imagen más grande en los ajustes de la cámara, u otra cámara.</translation>
    </message>
    <message>
        <source>Close other programs and plug in the power supply.</source>
        <translation>Cierre otros programas y conecte el cargador.</translation>
    </message>
    <message>
        <source>Close other programs that use it, open its cover, or plug it in again.</source>
        <translation>Cierre otros programas que la usen, abra su tapa o vuelva a enchufarla.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or plug it in again.</source>
        <translation>Cierre otros programas que lo usen, o vuelva a enchufarlo.</translation>
    </message>
    <message>
        <source>Close other programs, plug in the power supply, or use another computer.</source>
        <translation>Cierre otros programas, conecte el cargador o use otro ordenador.</translation>
    </message>
    <message>
        <source>Close programs for screen sharing and remote control before an interview.</source>
        <translation>Cierre los programas de compartir pantalla y de control remoto antes de una entrevista.</translation>
    </message>
    <message>
        <source>Close them before the interview.</source>
        <translation>Ciérrelos antes de la entrevista.</translation>
    </message>
    <message>
        <source>Connect to a network, sign in to it where it asks for that, and let this app through the firewall (HTTPS to the server&apos;s address).</source>
        <translation>Conéctese a una red, inicie sesión en ella si lo pide y permita el paso de esta aplicación por el cortafuegos (HTTPS a la dirección del servidor).</translation>
    </message>
    <message>
        <source>Free 3 GB, then try again.</source>
        <translation>Libere 3 GB y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Free 3 GB.</source>
        <translation>Libere 3 GB.</translation>
    </message>
    <message>
        <source>Give this person the right to write to the app&apos;s data folder.</source>
        <translation>Dé a esta persona permiso para escribir en la carpeta de datos de la aplicación.</translation>
    </message>
    <message>
        <source>It is enough now, but a system update could use it up.</source>
        <translation>Ahora es suficiente, pero una actualización del sistema podría ocuparlo.</translation>
    </message>
    <message>
        <source>It is too bright to see a face.</source>
        <translation>Hay demasiada luz para ver un rostro.</translation>
    </message>
    <message>
        <source>It is too dark to see a face.</source>
        <translation>Está demasiado oscuro para ver un rostro.</translation>
    </message>
    <message>
        <source>Move closer to the router or use a cable.</source>
        <translation>Acérquese al router o use un cable.</translation>
    </message>
    <message>
        <source>Name the server, or set the clock by itself.</source>
        <translation>Indique el servidor, o ponga el reloj en hora automática.</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Ninguna cámara</translation>
    </message>
    <message>
        <source>No camera is connected, or the system hides it from this app.</source>
        <translation>No hay ninguna cámara conectada, o el sistema la oculta a esta aplicación.</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>Ningún altavoz</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Ningún micrófono</translation>
    </message>
    <message>
        <source>No microphone is connected, or the system hides it from this app.</source>
        <translation>No hay ningún micrófono conectado, o el sistema lo oculta a esta aplicación.</translation>
    </message>
    <message>
        <source>Add one in the settings under Time &amp; language, Speech. Questions are always shown as text too.</source>
        <translation>Añada una en la configuración, en «Hora e idioma», «Voz». Las preguntas se muestran siempre también como texto.</translation>
    </message>
    <message>
        <source>Add one in the system settings under Accessibility, Spoken Content. Questions are always shown as text too.</source>
        <translation>Añada una en los ajustes del sistema, en «Accesibilidad», «Contenido leído». Las preguntas se muestran siempre también como texto.</translation>
    </message>
    <message>
        <source>Install espeak-ng. Questions are always shown as text too.</source>
        <translation>Instale espeak-ng. Las preguntas se muestran siempre también como texto.</translation>
    </message>
    <message>
        <source>No program of the app&apos;s own list runs. An interview may name more: they are looked for once its invitation is opened.</source>
        <translation>No se ejecuta ningún programa de la lista propia de la aplicación. Una entrevista puede nombrar más: se buscan en cuanto se abre su invitación.</translation>
    </message>
    <message>
        <source>No server is named here.</source>
        <translation>Aquí no se ha indicado ningún servidor.</translation>
    </message>
    <message>
        <source>Nothing can be heard on this computer.</source>
        <translation>En este ordenador no se puede oír nada.</translation>
    </message>
    <message>
        <source>Paste the link from the invitation, or name the server.</source>
        <translation>Pegue el enlace de la invitación, o indique el servidor.</translation>
    </message>
    <message>
        <source>Plug in a loudspeaker or a headset. Questions are always shown as text too.</source>
        <translation>Conecte un altavoz o unos auriculares. Las preguntas siempre se muestran también como texto.</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the camera in the privacy settings.</source>
        <translation>Conecte una, o permita a esta aplicación usar la cámara en los ajustes de privacidad.</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the microphone in the privacy settings.</source>
        <translation>Conecte uno, o permita a esta aplicación usar el micrófono en los ajustes de privacidad.</translation>
    </message>
    <message>
        <source>Questions are shown as text; nothing else is needed.</source>
        <translation>Las preguntas se muestran como texto; no hace falta nada más.</translation>
    </message>
    <message>
        <source>See the line about models.</source>
        <translation>Vea la línea sobre los modelos.</translation>
    </message>
    <message>
        <source>See the line about the camera.</source>
        <translation>Vea la línea sobre la cámara.</translation>
    </message>
    <message>
        <source>Switch on a lamp in front of you.</source>
        <translation>Encienda una lámpara delante de usted.</translation>
    </message>
    <message>
        <source>Switch on setting date and time by network in the system&apos;s settings.</source>
        <translation>Active en los ajustes del sistema la fecha y hora automáticas por la red.</translation>
    </message>
    <message>
        <source>Take its mute switch off and raise its level in the sound settings.</source>
        <translation>Quite el silencio y suba su nivel en los ajustes de sonido.</translation>
    </message>
    <message>
        <source>The app may not write where it keeps interviews.</source>
        <translation>La aplicación no puede escribir donde guarda las entrevistas.</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>La cámara no da imagen.</translation>
    </message>
    <message>
        <source>The connection is slow; an interview works, and pages take a while.</source>
        <translation>La conexión es lenta; una entrevista funciona, pero las páginas tardan.</translation>
    </message>
    <message>
        <source>The connection is very slow.</source>
        <translation>La conexión es muy lenta.</translation>
    </message>
    <message>
        <source>The disk is almost full.</source>
        <translation>El disco está casi lleno.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened.</source>
        <translation>No se puede abrir el micrófono.</translation>
    </message>
    <message>
        <source>The microphone delivers silence.</source>
        <translation>El micrófono solo da silencio.</translation>
    </message>
    <message>
        <source>The picture is small; faces at a distance are hard to see.</source>
        <translation>La imagen es pequeña; los rostros a distancia se ven mal.</translation>
    </message>
    <message>
        <source>The running programs cannot be listed here.</source>
        <translation>Aquí no se pueden listar los programas en ejecución.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>No se puede llegar al servidor.</translation>
    </message>
    <message>
        <source>The watch could not be tried.</source>
        <translation>No se pudo probar la observación.</translation>
    </message>
    <message>
        <source>The watch works at a lower rate, and the record says so.</source>
        <translation>La observación funciona a menor ritmo, y el registro lo indica.</translation>
    </message>
    <message>
        <source>There is no voice here that reads questions aloud.</source>
        <translation>Aquí no hay ninguna voz que lea las preguntas.</translation>
    </message>
    <message>
        <source>There was no picture to look at.</source>
        <translation>No había ninguna imagen que mirar.</translation>
    </message>
    <message>
        <source>There was no server to compare with.</source>
        <translation>No había ningún servidor con el que comparar.</translation>
    </message>
    <message>
        <source>These programs can share, record or control the screen, or help with answers.</source>
        <translation>Estos programas pueden compartir, grabar o controlar la pantalla, o ayudar con las respuestas.</translation>
    </message>
    <message>
        <source>This computer is too slow or too busy for the watch.</source>
        <translation>Este ordenador es demasiado lento o está demasiado ocupado para la observación.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong.</source>
        <translation>El reloj de este ordenador está mal.</translation>
    </message>
    <message>
        <source>Turn away from the window or lamp.</source>
        <translation>Apártese de la ventana o de la lámpara.</translation>
    </message>
    <message>
        <source>Use a cable, and end downloads and calls on this network.</source>
        <translation>Use un cable y termine las descargas y llamadas en esta red.</translation>
    </message>
    <message>
        <source>Whether this computer has a voice for reading aloud cannot be told.</source>
        <translation>No se puede saber si este equipo tiene una voz para leer en voz alta.</translation>
    </message>
    <message>
        <source>Windows has no voice here that reads questions aloud.</source>
        <translation>Windows no tiene aquí ninguna voz que lea las preguntas.</translation>
    </message>
    <message>
        <source>macOS has no voice here that reads questions aloud.</source>
        <translation>macOS no tiene aquí ninguna voz que lea las preguntas.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>A part of the server is down.</source>
        <translation>Una parte del servidor no funciona.</translation>
    </message>
    <message>
        <source>A person will listen to the recording.</source>
        <translation>Una persona escuchará la grabación.</translation>
    </message>
    <message>
        <source>Answers and events still go.</source>
        <translation>Las respuestas y los eventos se siguen enviando.</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new link.</source>
        <translation>Pida un enlace nuevo a la persona que le invitó.</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new time.</source>
        <translation>Pida una nueva fecha a la persona que le invitó.</translation>
    </message>
    <message>
        <source>Ask your administrator to update the server, or install the version in your invitation.</source>
        <translation>Pida a su administrador que actualice el servidor, o instale la versión indicada en su invitación.</translation>
    </message>
    <message>
        <source>Check that you copied the whole link, or ask the sender for a new one.</source>
        <translation>Compruebe que ha copiado el enlace completo, o pida uno nuevo al remitente.</translation>
    </message>
    <message>
        <source>Check the address, or sign in as its owner.</source>
        <translation>Compruebe la dirección, o inicie sesión con la cuenta a la que pertenece.</translation>
    </message>
    <message>
        <source>Code cannot be tried here.</source>
        <translation>Aquí no se puede probar código.</translation>
    </message>
    <message>
        <source>Come back at the time named in your invitation; the link stays valid.</source>
        <translation>Vuelva a la hora indicada en su invitación; el enlace sigue siendo válido.</translation>
    </message>
    <message>
        <source>Go on there, or close it there and wait a minute.</source>
        <translation>Continúe allí, o ciérrela allí y espere un minuto.</translation>
    </message>
    <message>
        <source>If that was not you, tell the person who invited you.</source>
        <translation>Si no fue usted, avise a la persona que le invitó.</translation>
    </message>
    <message>
        <source>Install the current version from the link in your invitation.</source>
        <translation>Instale la versión actual desde el enlace de su invitación.</translation>
    </message>
    <message>
        <source>Interviews that run go on; come back for anything new when Retry-After is over.</source>
        <translation>Las entrevistas en curso continúan; para algo nuevo, vuelva cuando se haya cumplido Retry-After.</translation>
    </message>
    <message>
        <source>It is too early for this interview.</source>
        <translation>Es demasiado pronto para esta entrevista.</translation>
    </message>
    <message>
        <source>Its receipts are still there.</source>
        <translation>Sus justificantes siguen ahí.</translation>
    </message>
    <message>
        <source>Later revisions are kept and marked late.</source>
        <translation>Las revisiones posteriores se conservan y se señalan como tardías.</translation>
    </message>
    <message>
        <source>Read it once more and start again; nothing was lost.</source>
        <translation>Léalo una vez más y empiece de nuevo; no se ha perdido nada.</translation>
    </message>
    <message>
        <source>Reload it.</source>
        <translation>Vuelva a cargarla.</translation>
    </message>
    <message>
        <source>Restart the app; your work is kept.</source>
        <translation>Reinicie la aplicación; su trabajo se conserva.</translation>
    </message>
    <message>
        <source>Send requests elsewhere until it is up; the parts are named.</source>
        <translation>Envíe las solicitudes a otro lugar hasta que funcione; se indican las partes afectadas.</translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation>Inicie sesión e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Something broke on our side.</source>
        <translation>Algo ha fallado por nuestra parte.</translation>
    </message>
    <message>
        <source>Speech is not available here.</source>
        <translation>La voz no está disponible aquí.</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>Iníciela primero.</translation>
    </message>
    <message>
        <source>Tell the administrator; both versions are kept.</source>
        <translation>Avise a la administración; se conservan ambas versiones.</translation>
    </message>
    <message>
        <source>The interview does not stand where this is possible.</source>
        <translation>La entrevista no está en una fase en la que esto sea posible.</translation>
    </message>
    <message>
        <source>The interview has not been started.</source>
        <translation>La entrevista no se ha iniciado.</translation>
    </message>
    <message>
        <source>The interview is over.</source>
        <translation>La entrevista ha terminado.</translation>
    </message>
    <message>
        <source>The record differs from what the server holds.</source>
        <translation>El registro difiere del que tiene el servidor.</translation>
    </message>
    <message>
        <source>The server has no room for evidence.</source>
        <translation>El servidor no tiene espacio para las evidencias.</translation>
    </message>
    <message>
        <source>The server is being maintained.</source>
        <translation>El servidor está en mantenimiento.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>El servidor está ocupado.</translation>
    </message>
    <message>
        <source>The signature does not fit.</source>
        <translation>La firma no coincide.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Aquí no hay nada.</translation>
    </message>
    <message>
        <source>This interview is open on another computer.</source>
        <translation>Esta entrevista está abierta en otro ordenador.</translation>
    </message>
    <message>
        <source>This interview was already handed in.</source>
        <translation>Esta entrevista ya se entregó.</translation>
    </message>
    <message>
        <source>This invite has run out.</source>
        <translation>Esta invitación ha caducado.</translation>
    </message>
    <message>
        <source>This invite is not known here.</source>
        <translation>Esta invitación no se conoce aquí.</translation>
    </message>
    <message>
        <source>This invite was withdrawn.</source>
        <translation>Esta invitación se ha retirado.</translation>
    </message>
    <message>
        <source>This version of Invigil is newer than the server.</source>
        <translation>Esta versión de Invigil es más nueva que el servidor.</translation>
    </message>
    <message>
        <source>This version of Invigil is too old for the interview.</source>
        <translation>Esta versión de Invigil es demasiado antigua para la entrevista.</translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation>Demasiadas solicitudes.</translation>
    </message>
    <message>
        <source>Try again shortly; nothing was lost.</source>
        <translation>Inténtelo de nuevo en breve; no se ha perdido nada.</translation>
    </message>
    <message>
        <source>Try again; quote the request id.</source>
        <translation>Inténtelo de nuevo; indique el identificador de la solicitud.</translation>
    </message>
    <message>
        <source>Wait as long as Retry-After says.</source>
        <translation>Espere el tiempo que indica Retry-After.</translation>
    </message>
    <message>
        <source>What belonged to this interview was erased.</source>
        <translation>Se borró lo que pertenecía a esta entrevista.</translation>
    </message>
    <message>
        <source>What was agreed for this interview has changed since you opened it.</source>
        <translation>Lo acordado para esta entrevista ha cambiado desde que la abrió.</translation>
    </message>
    <message>
        <source>Write on; your answer is kept, and it is looked at all the same.</source>
        <translation>Siga escribiendo; su respuesta se conserva y se revisa igualmente.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>No ha iniciado sesión.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A code alone does not say which server to ask. Paste the whole link from your invitation instead.</source>
        <translation>Un código solo no indica a qué servidor preguntar. Pegue en su lugar el enlace completo de su invitación.</translation>
    </message>
    <message>
        <source>A recording could not be saved on this computer ({detail}).</source>
        <translation>No se pudo guardar una grabación en este equipo ({detail}).</translation>
    </message>
    <message>
        <source>Another model compares faces where there is one.</source>
        <translation>Otro modelo compara las caras donde lo haya.</translation>
    </message>
    <message>
        <source>Faces, head pose and gaze are not watched, and the report says so.</source>
        <translation>No se observan las caras, la postura de la cabeza ni la mirada, y el informe lo dice.</translation>
    </message>
    <message>
        <source>Head and eyes were seen clearly at {n} points only.</source>
        <translation>La cabeza y los ojos solo se vieron con claridad en {n} puntos.</translation>
    </message>
    <message>
        <source>Invigil may not write to {folder} ({detail}). Ask who set up this computer.</source>
        <translation>Invigil no puede escribir en {folder} ({detail}). Pregunte a quien configuró este equipo.</translation>
    </message>
    <message>
        <source>It could not be tried ({kind}).</source>
        <translation>No se pudo probar ({kind}).</translation>
    </message>
    <message>
        <source>It does not compile.</source>
        <translation>No compila.</translation>
    </message>
    <message>
        <source>It seems to hold more than one voice. Read it again while nobody else speaks.</source>
        <translation>Parece que hay más de una voz. Léala otra vez mientras nadie más hable.</translation>
    </message>
    <message>
        <source>It took longer than {seconds} s.</source>
        <translation>Tardó más de {seconds} s.</translation>
    </message>
    <message>
        <source>It was compiled. This question has no examples to run.</source>
        <translation>Se compiló. Esta pregunta no tiene ejemplos que ejecutar.</translation>
    </message>
    <message>
        <source>It was too loud for the microphone. Lower its level and read the sentence again.</source>
        <translation>Era demasiado fuerte para el micrófono. Baje su nivel y lea la frase otra vez.</translation>
    </message>
    <message>
        <source>No loudspeaker or headphones can be used. Please read along.</source>
        <translation>No se puede usar ningún altavoz ni auricular. Por favor, lea el texto.</translation>
    </message>
    <message>
        <source>No microphone can be opened. Plug one in, close other programs that use it, allow Invigil to use it in the system&apos;s privacy settings, and try again.</source>
        <translation>No se puede abrir ningún micrófono. Conecte uno, cierre otros programas que lo usen, permita que Invigil lo use en los ajustes de privacidad del sistema e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No microphone is in use. Plug one in, choose it under Devices, and record.</source>
        <translation>No hay ningún micrófono en uso. Conecte uno, elíjalo en «Dispositivos» y grabe.</translation>
    </message>
    <message>
        <source>No speech model is installed on this computer: a person will listen to your recording.</source>
        <translation>En este equipo no hay ningún modelo de voz: una persona escuchará su grabación.</translation>
    </message>
    <message>
        <source>No speech was heard in this recording. You can play it, or record it again.</source>
        <translation>No se oyó voz en esta grabación. Puede reproducirla o grabar de nuevo.</translation>
    </message>
    <message>
        <source>Nobody is compared with the selfie, and the report says so.</source>
        <translation>No se compara a nadie con el selfie, y el informe lo dice.</translation>
    </message>
    <message>
        <source>Nobody is said to be another speaker, and a second voice is only hinted at by a measure without weights.</source>
        <translation>No se dice de nadie que sea otro hablante; una segunda voz solo se insinúa con una medida sin modelo.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the microphone under Devices and try again.</source>
        <translation>No se grabó nada. Revise el micrófono en «Dispositivos» e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Only the signs of life in the landmarks tell a picture from a person.</source>
        <translation>Solo las señales de vida en los puntos de la cara distinguen una imagen de una persona.</translation>
    </message>
    <message>
        <source>Paste the link from your invitation here.</source>
        <translation>Pegue aquí el enlace de su invitación.</translation>
    </message>
    <message>
        <source>People in the background are not watched, only a second face near the camera.</source>
        <translation>No se observa a las personas del fondo, solo una segunda cara cerca de la cámara.</translation>
    </message>
    <message>
        <source>Phones, books and further screens are not watched, and the report says so.</source>
        <translation>No se observan teléfonos, libros ni otras pantallas, y el informe lo dice.</translation>
    </message>
    <message>
        <source>Running: {names}</source>
        <translation>En marcha: {names}</translation>
    </message>
    <message>
        <source>Sound does not work on this computer because PortAudio is missing. Install the package libportaudio2 and start Invigil again.</source>
        <translation>El sonido no funciona en este equipo porque falta PortAudio. Instale el paquete libportaudio2 y vuelva a iniciar Invigil.</translation>
    </message>
    <message>
        <source>Spoken answers are not transcribed, a person listens to them.</source>
        <translation>Las respuestas habladas no se transcriben; una persona las escucha.</translation>
    </message>
    <message>
        <source>The answer did not come from an Invigil server. If this network asks you to sign in first, open a web page, sign in there, and try again.</source>
        <translation>La respuesta no vino de un servidor de Invigil. Si esta red pide iniciar sesión antes, abra una página web, inicie sesión allí e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The app was restarted before the transcript was made; a person listens.</source>
        <translation>La aplicación se reinició antes de hacer la transcripción; la escucha una persona.</translation>
    </message>
    <message>
        <source>The camera gave no picture. Check it under Devices and take another.</source>
        <translation>La cámara no dio imagen. Revísela en «Dispositivos» y tome otra foto.</translation>
    </message>
    <message>
        <source>The camera stopped in the middle.</source>
        <translation>La cámara se detuvo a la mitad.</translation>
    </message>
    <message>
        <source>The disk of this computer is full, so the last step could not be saved. Free some space; everything before it is safe, and you can go on from here.</source>
        <translation>El disco de este equipo está lleno y no se pudo guardar el último paso. Libere espacio; todo lo anterior está a salvo y puede seguir desde aquí.</translation>
    </message>
    <message>
        <source>The end of this link is missing. Copy the whole link from your invitation, up to its last character.</source>
        <translation>Falta el final de este enlace. Copie el enlace completo de su invitación, hasta el último carácter.</translation>
    </message>
    <message>
        <source>The file could not be written ({detail}). Choose another folder.</source>
        <translation>No se pudo escribir el archivo ({detail}). Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The gaze was {degrees} degrees off on average; more than {limit} is no use.</source>
        <translation>La mirada se desvió {degrees} grados de media; más de {limit} no sirve.</translation>
    </message>
    <message>
        <source>The interview could not be saved on this computer ({detail}). Check that the disk is there and that you may write to {folder}, then try again.</source>
        <translation>No se pudo guardar la entrevista en este equipo ({detail}). Compruebe que el disco está y que puede escribir en {folder}, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The interview saved on this computer is damaged. Nothing was deleted: its files are kept in {folder}. Open your invitation link again to go on from what the server already holds, and tell the person who invited you.</source>
        <translation>La entrevista guardada en este equipo está dañada. No se borró nada: sus archivos siguen en {folder}. Abra de nuevo su enlace de invitación para seguir desde lo que ya tiene el servidor y avise a quien le invitó.</translation>
    </message>
    <message>
        <source>The key of this interview is in the key store of this computer, which does not give it now. Unlock the key store, as signing in to this computer does, and try again. Everything recorded so far is safe.</source>
        <translation>La clave de esta entrevista está en el almacén de claves de este ordenador, que ahora no la entrega. Desbloquee el almacén, como hace el inicio de sesión en este ordenador, e inténtelo de nuevo. Todo lo grabado hasta ahora está a salvo.</translation>
    </message>
    <message>
        <source>The last step could not be saved on this computer. Close the app and open it again; everything saved before is safe.</source>
        <translation>No se pudo guardar el último paso en este equipo. Cierre la aplicación y ábrala otra vez; todo lo guardado antes está a salvo.</translation>
    </message>
    <message>
        <source>The microphone gives no sound at all. Check whether it is muted, or choose another.</source>
        <translation>El micrófono no da ningún sonido. Compruebe si está silenciado o elija otro.</translation>
    </message>
    <message>
        <source>The recording could not be decoded here: a person will listen to it.</source>
        <translation>La grabación no se pudo descodificar aquí: la escuchará una persona.</translation>
    </message>
    <message>
        <source>The saved interviews cannot be read on this computer.</source>
        <translation>No se pueden leer las entrevistas guardadas en este equipo.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check your network connection and try again.</source>
        <translation>No se puede conectar con el servidor. Revise su conexión de red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The server does not answer in time. Check your network connection and try again.</source>
        <translation>El servidor no responde a tiempo. Revise su conexión de red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not signed with the key of your interview. Your work is kept on this computer; tell the person who invited you.</source>
        <translation>La respuesta del servidor no está firmada con la clave de su entrevista. Su trabajo se conserva en este equipo; avise a quien le invitó.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted on this computer. Check the date and time of this computer; in a company network, ask your IT department.</source>
        <translation>Este equipo no confía en el certificado del servidor. Revise la fecha y la hora del equipo; en una red de empresa, pregunte al departamento de informática.</translation>
    </message>
    <message>
        <source>The speech model stopped unexpectedly: a person will listen to your recording.</source>
        <translation>El modelo de voz se detuvo de forma inesperada: una persona escuchará su grabación.</translation>
    </message>
    <message>
        <source>The speech model was not sure of any word: a person will listen to your recording.</source>
        <translation>El modelo de voz no estuvo seguro de ninguna palabra: una persona escuchará su grabación.</translation>
    </message>
    <message>
        <source>The terms of this interview are not signed by its server. Open the link again; if this stays, tell the person who invited you.</source>
        <translation>Las condiciones de esta entrevista no están firmadas por su servidor. Abra el enlace otra vez; si sigue igual, avise a quien le invitó.</translation>
    </message>
    <message>
        <source>The transcript took too long; a person listens.</source>
        <translation>La transcripción tardó demasiado; la escucha una persona.</translation>
    </message>
    <message>
        <source>The version it names cannot be read.</source>
        <translation>No se puede leer la versión que indica.</translation>
    </message>
    <message>
        <source>The voice sample could not be looked at.</source>
        <translation>No se pudo examinar la muestra de voz.</translation>
    </message>
    <message>
        <source>The {name} model cannot be used: {detail}</source>
        <translation>No se puede usar el modelo {name}: {detail}</translation>
    </message>
    <message>
        <source>The {name} model is not on this machine.</source>
        <translation>El modelo {name} no está en este equipo.</translation>
    </message>
    <message>
        <source>There is a lot of noise. Close the window, switch off what hums, or use a headset.</source>
        <translation>Hay mucho ruido. Cierre la ventana, apague lo que zumbe o use unos auriculares con micrófono.</translation>
    </message>
    <message>
        <source>There is no saved interview here. Open your invitation link to begin.</source>
        <translation>Aquí no hay ninguna entrevista guardada. Abra su enlace de invitación para empezar.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>No hubo respuesta a tiempo.</translation>
    </message>
    <message>
        <source>There was too little speech. Read the whole sentence aloud once more.</source>
        <translation>Se habló demasiado poco. Lea la frase entera en voz alta otra vez.</translation>
    </message>
    <message>
        <source>This computer has no voice for reading aloud (install espeak-ng). Please read along.</source>
        <translation>Este equipo no tiene voz para leer en voz alta (instale espeak-ng). Por favor, lea el texto.</translation>
    </message>
    <message>
        <source>This computer has no voice that reads questions aloud. Please read along.</source>
        <translation>Este equipo no tiene ninguna voz que lea las preguntas. Lea usted el texto, por favor.</translation>
    </message>
    <message>
        <source>This device is no longer there. Plug it in again or choose another.</source>
        <translation>Este dispositivo ya no está. Vuelva a conectarlo o elija otro.</translation>
    </message>
    <message>
        <source>This interview is already open in another Invigil window on this computer. Go on there, or close it first.</source>
        <translation>Esta entrevista ya está abierta en otra ventana de Invigil en este equipo. Siga allí o ciérrela primero.</translation>
    </message>
    <message>
        <source>This interview was already begun here. Resume it instead.</source>
        <translation>Esta entrevista ya se empezó aquí. Reanúdela.</translation>
    </message>
    <message>
        <source>This interview was saved by a newer version of Invigil. Install that version to go on.</source>
        <translation>Esta entrevista la guardó una versión más nueva de Invigil. Instale esa versión para seguir.</translation>
    </message>
    <message>
        <source>This interview was saved by another version of the app. Nothing is lost: install the version that your invitation names and open it again.</source>
        <translation>Esta entrevista la guardó otra versión de la aplicación. No se ha perdido nada: instale la versión que indica su invitación y ábrala otra vez.</translation>
    </message>
    <message>
        <source>This is how questions will sound.</source>
        <translation>Así sonarán las preguntas.</translation>
    </message>
    <message>
        <source>This is neither an invitation link nor a code. Copy the whole link from your invitation and paste it here.</source>
        <translation>Esto no es un enlace de invitación ni un código. Copie el enlace completo de su invitación y péguelo aquí.</translation>
    </message>
    <message>
        <source>This link is not protected (it begins with http://). Ask the person who invited you for a link that begins with https://.</source>
        <translation>Este enlace no está protegido (empieza por http://). Pida a quien le invitó un enlace que empiece por https://.</translation>
    </message>
    <message>
        <source>This link names no server. Copy the whole link from your invitation.</source>
        <translation>Este enlace no indica ningún servidor. Copie el enlace completo de su invitación.</translation>
    </message>
    <message>
        <source>This machine does not hold the interview (any more). Open your invitation again.</source>
        <translation>Este equipo (ya) no tiene la entrevista. Abra de nuevo su invitación.</translation>
    </message>
    <message>
        <source>To have it, make it with `{command}`.</source>
        <translation>Para tenerlo, créelo con `{command}`.</translation>
    </message>
    <message>
        <source>To have it, put {places} into a folder named by {variable}.</source>
        <translation>Para tenerlo, ponga {places} en una carpeta indicada por {variable}.</translation>
    </message>
    <message>
        <source>To have it, run `python -m client.models fetch {name}`.</source>
        <translation>Para tenerlo, ejecute `python -m client.models fetch {name}`.</translation>
    </message>
    <message>
        <source>Transcripts are off for this interview.</source>
        <translation>Las transcripciones están desactivadas en esta entrevista.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell your IT department what this line says.</source>
        <translation>Inténtelo de nuevo; si sigue igual, diga al departamento de informática lo que pone esta línea.</translation>
    </message>
    <message>
        <source>Voice activity is off: faster-whisper, which carries its model, is not installed; voices are not listened to.</source>
        <translation>La detección de voz está desactivada: no está instalado faster-whisper, que trae su modelo; no se escuchan voces.</translation>
    </message>
    <message>
        <source>We could not run it. This says nothing about your code; try again.</source>
        <translation>No pudimos ejecutarlo. Eso no dice nada de su código; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>You are hard to hear. Move closer to the microphone or raise its level.</source>
        <translation>Cuesta oírle. Acérquese al micrófono o suba su nivel.</translation>
    </message>
    <message>
        <source>You are too loud for the microphone. Lower its level or move back a little.</source>
        <translation>Habla demasiado fuerte para el micrófono. Baje su nivel o aléjese un poco.</translation>
    </message>
    <message>
        <source>You were hard to hear. Move closer to the microphone and read the sentence again.</source>
        <translation>Costaba oírle. Acérquese al micrófono y lea la frase otra vez.</translation>
    </message>
    <message>
        <source>Your eyes could not be seen clearly.</source>
        <translation>No se pudieron ver sus ojos con claridad.</translation>
    </message>
    <message>
        <source>Your voice could not be learned in time.</source>
        <translation>No se pudo aprender su voz a tiempo.</translation>
    </message>
    <message>
        <source>brightness {percent}</source>
        <translation>brillo {percent}</translation>
    </message>
    <message>
        <source>within a second of the server</source>
        <translation>a menos de un segundo del servidor</translation>
    </message>
    <message>
        <source>{gb} GB free</source>
        <translation>{gb} GB libres</translation>
    </message>
    <message>
        <source>{looks} looks a second, {n} cores</source>
        <translation>{looks} miradas por segundo, {n} núcleos</translation>
    </message>
    <message>
        <source>{name} could not be loaded and is off.</source>
        <translation>{name} no se pudo cargar y está desactivado.</translation>
    </message>
    <message>
        <source>{name} failed again and again and is off.</source>
        <translation>{name} falló una y otra vez y está desactivado.</translation>
    </message>
    <message>
        <source>{name}, loudest {dbfs} dBFS</source>
        <translation>{name}, máximo {dbfs} dBFS</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}</source>
        <translation>{name}, {width} × {height}</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}, {fps} pictures a second</source>
        <translation>{name}, {width} × {height}, {fps} imágenes por segundo</translation>
    </message>
    <message>
        <source>{n} cores</source>
        <translation>{n} núcleos</translation>
    </message>
    <message>
        <source>{n} models are not here; an interview works without them.</source>
        <translation>{n} modelos no están aquí; una entrevista funciona sin ellos.</translation>
    </message>
    <message>
        <source>{n} of the models that are needed are not here: what needs them is not watched.</source>
        <translation>{n} de los modelos necesarios no están aquí: lo que los necesita no se observa.</translation>
    </message>
    <message>
        <source>{n} of {total} examples were run: together they took too long.</source>
        <translation>Se ejecutaron {n} de {total} ejemplos: juntos tardaron demasiado.</translation>
    </message>
    <message>
        <source>{seconds} s ahead of the server</source>
        <translation>{seconds} s por delante del servidor</translation>
    </message>
    <message>
        <source>{seconds} s behind the server</source>
        <translation>{seconds} s por detrás del servidor</translation>
    </message>
    <message>
        <source>{server} answers in {ms} ms</source>
        <translation>{server} responde en {ms} ms</translation>
    </message>
    <message>
        <source>{server} does not answer</source>
        <translation>{server} no responde</translation>
    </message>
</context>
</TS>
