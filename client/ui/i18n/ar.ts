<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>All questions</source>
        <translation>كل الأسئلة</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>تسليم</translation>
    </message>
    <message>
        <source>Which moment</source>
        <translation>أي لحظة</translation>
    </message>
    <message>
        <source>For example: the doorbell rang.</source>
        <translation>مثال: رنّ جرس الباب.</translation>
    </message>
    <message>
        <source>What you want to say about it</source>
        <translation>ما تودّ قوله عنها</translation>
    </message>
    <message>
        <source>Did something happen that could be misread? Say it in your own words: a person who looks at this moment reads it there. It stops no clock and changes nothing else.</source>
        <translation>هل حدث شيء قد يُساء فهمه؟ يمكنك ذكره بكلماتك: من ينظر في هذه اللحظة يقرأ ما كتبته عندها. هذا لا يوقف أي ساعة ولا يغيّر شيئًا آخر.</translation>
    </message>
    <message>
        <source>Explain a moment</source>
        <translation>توضيح لحظة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Add to my record</source>
        <translation>إضافة إلى سجلّي</translation>
    </message>
    <message>
        <source>Now, {time} into the interview</source>
        <translation>الآن، بعد {time} من بدء المقابلة</translation>
    </message>
    <message>
        <source>Added. You can add more, or go back.</source>
        <translation>تمت الإضافة. يمكنك إضافة المزيد أو الرجوع.</translation>
    </message>
    <message>
        <source>something was heard</source>
        <translation>سُمع شيء ما</translation>
    </message>
    <message>
        <source>the computer was slow</source>
        <translation>كان الحاسوب بطيئًا</translation>
    </message>
    <message>
        <source>something about the picture</source>
        <translation>شيء يتعلق بالصورة</translation>
    </message>
    <message>
        <source>Since {start}: {what}</source>
        <translation>منذ {start}: {what}</translation>
    </message>
    <message>
        <source>From {start} to {end}: {what}</source>
        <translation>من {start} إلى {end}: {what}</translation>
    </message>
    <message>
        <source>The time of a question runs only while it is open. When it is over, the question can still be read.</source>
        <translation>لا يجري وقت السؤال إلا وهو مفتوح. وبعد انتهاء الوقت تظل قراءة السؤال ممكنة.</translation>
    </message>
    <message>
        <source>The questions come one after the other; what is done cannot be changed.</source>
        <translation>تأتي الأسئلة واحدًا تلو الآخر، وما أُنجز لا يمكن تغييره.</translation>
    </message>
    <message>
        <source>Hand in now?</source>
        <translation>هل تريد التسليم الآن؟</translation>
    </message>
    <message>
        <source>Hand in now</source>
        <translation>التسليم الآن</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation>مواصلة الإجابة</translation>
    </message>
    <message>
        <source>After this nothing can be changed any more.</source>
        <translation>بعد ذلك لا يمكن تغيير أي شيء.</translation>
    </message>
    <message>
        <source>Question {n}</source>
        <translation>السؤال {n}</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>شفهي</translation>
    </message>
    <message>
        <source>written</source>
        <translation>كتابي</translation>
    </message>
    <message>
        <source>code</source>
        <translation>برمجي</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>أُجيب عنه</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>لا إجابة بعد</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>عليه علامة</translation>
    </message>
    <message>
        <source>time is over, for reading only</source>
        <translation>انتهى الوقت، للقراءة فقط</translation>
    </message>
    <message>
        <source>done</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>بقي {left}</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>لم يُفتح</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>أنت هنا</translation>
    </message>
    <message>
        <source>{n} of {count} questions are answered.</source>
        <translation>أُجيب عن {n} من أصل {count} من الأسئلة.</translation>
    </message>
    <message>
        <source>1 is flagged.</source>
        <translation>سؤال واحد عليه علامة.</translation>
    </message>
    <message>
        <source>{n} are flagged.</source>
        <translation>عدد الأسئلة التي عليها علامة: {n}.</translation>
    </message>
    <message>
        <source>Your face is not clear in it.</source>
        <translation>وجهك غير واضح فيها.</translation>
    </message>
    <message>
        <source>Please take another.</source>
        <translation>يُرجى التقاط صورة أخرى.</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera and take another.</source>
        <translation>لا يظهر أي وجه في الصورة. يُرجى الجلوس أمام الكاميرا والتقاط صورة أخرى.</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone in it and take another.</source>
        <translation>يظهر أكثر من وجه في الصورة. يُرجى أن تظهر فيها وحدك والتقاط صورة أخرى.</translation>
    </message>
    <message>
        <source>The picture is too dark. Turn on a light in front of you and take another.</source>
        <translation>الصورة مظلمة جدًا. يُرجى تشغيل ضوء أمامك والتقاط صورة أخرى.</translation>
    </message>
    <message>
        <source>The picture is blurred. Hold still and take another.</source>
        <translation>الصورة غير واضحة المعالم. يُرجى الثبات والتقاط صورة أخرى.</translation>
    </message>
    <message>
        <source>Your face is turned away. Look straight into the camera and take another.</source>
        <translation>وجهك ملتفت إلى الجانب. يُرجى النظر إلى الكاميرا مباشرة والتقاط صورة أخرى.</translation>
    </message>
    <message>
        <source>Calibrated: your gaze is known to about {exact}.</source>
        <translation>تمت المعايرة: صار اتجاه نظرك معروفًا بدقة تقارب {exact}.</translation>
    </message>
    <message>
        <source>That was not precise enough: about {exact}.</source>
        <translation>لم تكن الدقة كافية: نحو {exact}.</translation>
    </message>
    <message>
        <source>That did not work. {reason}</source>
        <translation>لم تنجح العملية. {reason}</translation>
    </message>
    <message>
        <source>You can try once more or go on without.</source>
        <translation>يمكنك المحاولة مرة أخرى أو المتابعة من دونها.</translation>
    </message>
    <message>
        <source>You can go on without.</source>
        <translation>يمكنك المتابعة من دونها.</translation>
    </message>
    <message>
        <source>an unknown distance</source>
        <translation>مسافة غير معروفة</translation>
    </message>
    <message>
        <source>1 degree</source>
        <translation>درجة واحدة</translation>
    </message>
    <message>
        <source>{n} degrees</source>
        <translation>{n} درجة</translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation>{n} مم</translation>
    </message>
    <message>
        <source>{n} cm</source>
        <translation>{n} سم</translation>
    </message>
    <message>
        <source>A note on your interview</source>
        <translation>ملاحظة بشأن مقابلتك</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>قرأتُ هذا</translation>
    </message>
    <message>
        <source>You have {length} more, for this question and in all.</source>
        <translation>أُضيف إلى وقتك {length}، لهذا السؤال وللمقابلة كلها.</translation>
    </message>
    <message>
        <source>Your interview was opened again. All your answers are still here; it goes on where you stopped.</source>
        <translation>فُتحت مقابلتك من جديد. جميع إجاباتك ما زالت هنا، وتستمر المقابلة من حيث توقفت.</translation>
    </message>
    <message>
        <source>A person lets you go on, this once. This was found on your computer, and it no longer covers the questions: {what}. If anything else is found, they are covered again.</source>
        <translation>يسمح لك شخص بالمتابعة، هذه المرة فقط. عُثر على هذا في حاسوبك، ولم يعد يحجب الأسئلة: {what}. وإن عُثر على شيء آخر فستُحجب من جديد.</translation>
    </message>
    <message>
        <source>Something about your interview was changed.</source>
        <translation>تغيّر شيء في مقابلتك.</translation>
    </message>
    <message>
        <source>The clocks stand still while you read this, for {length} at most.</source>
        <translation>الساعات متوقفة أثناء قراءة هذا، لمدة {length} على الأكثر.</translation>
    </message>
    <message>
        <source>It is dark. Turn on a light in front of you.</source>
        <translation>المكان مظلم. يُرجى تشغيل ضوء أمامك.</translation>
    </message>
    <message>
        <source>It is very bright. Turn away from the window or lamp.</source>
        <translation>الإضاءة قوية جدًا. يُرجى الابتعاد عن مواجهة النافذة أو المصباح.</translation>
    </message>
    <message>
        <source>Looking for your face …</source>
        <translation>جارٍ البحث عن وجهك …</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera.</source>
        <translation>لا يظهر أي وجه في الصورة. يُرجى الجلوس أمام الكاميرا.</translation>
    </message>
    <message>
        <source>Your face is well in the picture.</source>
        <translation>وجهك ظاهر جيدًا في الصورة.</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone, please.</source>
        <translation>يظهر أكثر من وجه في الصورة. يُرجى أن تكون وحدك.</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} ثانية</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} دقيقة</translation>
    </message>
    <message>
        <source>{h} hours {m} minutes</source>
        <translation>{h} ساعة و{m} دقيقة</translation>
    </message>
    <message>
        <source>Not watched here: {list}</source>
        <translation>لا يُراقَب هنا: {list}</translation>
    </message>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another under Devices. You can go on meanwhile; the time without picture is noted.</source>
        <translation>لا تصل أي صورة من الكاميرا. يُرجى توصيلها من جديد، أو إغلاق البرامج الأخرى التي تستخدمها، أو اختيار كاميرا أخرى من «الأجهزة». يمكنك المتابعة في هذه الأثناء، ويُدوَّن الوقت الذي مضى من دون صورة.</translation>
    </message>
    <message>
        <source>No microphone can be heard. Plug it in again, or choose another under Devices. What you said until now is saved, and a recording goes on once you are heard again.</source>
        <translation>لا يُسمع أي ميكروفون. يُرجى توصيله من جديد أو اختيار ميكروفون آخر من «الأجهزة». ما قلته حتى الآن محفوظ، ويستمر التسجيل حالما يُسمع صوتك من جديد.</translation>
    </message>
    <message>
        <source>There is no connection. Just go on: your answers are kept on this computer and go up by themselves when the connection is back.</source>
        <translation>لا يوجد اتصال. يُرجى المتابعة كالمعتاد: تُحفظ إجاباتك على هذا الحاسوب وتُرسَل تلقائيًا عند عودة الاتصال.</translation>
    </message>
    <message>
        <source>The disk of this computer is full. Free some space now; what was saved is safe.</source>
        <translation>قرص هذا الحاسوب ممتلئ. يُرجى إخلاء بعض المساحة الآن؛ ما سبق حفظه في أمان.</translation>
    </message>
    <message>
        <source>The camera watch stopped and is being started again. Just go on.</source>
        <translation>توقفت مراقبة الكاميرا ويُعاد تشغيلها الآن. يُرجى المتابعة كالمعتاد.</translation>
    </message>
    <message>
        <source>The battery is nearly empty. Plug the charger in now. If the computer stops, start it again and open the app: it comes back to this question.</source>
        <translation>البطارية شبه فارغة. يُرجى توصيل الشاحن الآن. إذا توقف الحاسوب، فيُرجى تشغيله من جديد وفتح التطبيق: سيعود إلى هذا السؤال.</translation>
    </message>
    <message>
        <source>This computer is busy. Close other programs if you can; your answers are safe.</source>
        <translation>هذا الحاسوب مشغول. يُرجى إغلاق البرامج الأخرى إن أمكن؛ إجاباتك في أمان.</translation>
    </message>
    <message>
        <source>Your words to the people in charge</source>
        <translation>رسالتك إلى المسؤولين</translation>
    </message>
    <message>
        <source>In your own words …</source>
        <translation>بكلماتك …</translation>
    </message>
    <message>
        <source>Write to the people in charge of the interview</source>
        <translation>الكتابة إلى المسؤولين عن المقابلة</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>You wrote a message at {time}.</source>
        <translation>كتبت رسالة في {time}.</translation>
    </message>
    <message>
        <source>You asked for a break at {time}.</source>
        <translation>طلبت استراحة في {time}.</translation>
    </message>
    <message>
        <source>You called for help at {time}.</source>
        <translation>طلبت مساعدة عاجلة في {time}.</translation>
    </message>
    <message>
        <source>You left at {time}.</source>
        <translation>غادرت في {time}.</translation>
    </message>
    <message>
        <source>A person has reacted to it.</source>
        <translation>استجاب لذلك أحد المسؤولين.</translation>
    </message>
    <message>
        <source>There is no connection: it is kept here and sent as soon as there is one. If it is urgent, use another device.</source>
        <translation>لا يوجد اتصال: يُحفظ الطلب هنا ويُرسَل فور عودة الاتصال. إذا كان الأمر عاجلًا، فيُرجى استخدام جهاز آخر.</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself.</source>
        <translation>لم يُجب أحد بعد؛ ويظهر الجواب هنا من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself. The clock goes on until then.</source>
        <translation>لم يردّ أحد بعد؛ يظهر الرد هنا تلقائيًا. وتستمر الساعة حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>This is practice: nobody reads what you write here, and nothing of it is sent. In an interview it reaches the people in charge.</source>
        <translation>هذا تدريب: لا أحد يقرأ ما تكتبه هنا، ولا يُرسل منه شيء. في المقابلة يصل ما تكتبه إلى المسؤولين.</translation>
    </message>
    <message>
        <source>the person who invited you</source>
        <translation>الشخص الذي دعاك</translation>
    </message>
    <message>
        <source>Quote this number: {id}</source>
        <translation>يُرجى ذكر هذا الرقم: {id}</translation>
    </message>
    <message>
        <source>The clocks stand still while the interview is paused.</source>
        <translation>الساعات متوقفة ما دامت المقابلة متوقفة مؤقتًا.</translation>
    </message>
    <message>
        <source>The clocks stand still while the screen is covered.</source>
        <translation>الساعات متوقفة ما دامت الشاشة محجوبة.</translation>
    </message>
    <message>
        <source>The clock goes on meanwhile; say so, and they can give you time back.</source>
        <translation>تستمر الساعة في هذه الأثناء؛ يُرجى ذكر ذلك، ويمكن للمسؤولين تعويضك عن الوقت.</translation>
    </message>
    <message>
        <source>The clock has not started yet.</source>
        <translation>لم تبدأ الساعة بعد.</translation>
    </message>
    <message>
        <source>If nobody answers here: reply to your invitation, or call {whom} by another device. {number}

{going}

If the camera or microphone stopped: open Devices above and choose it again.
If the connection is gone: just go on; answers are kept here and sent later.
If the computer must be restarted: do it; the app comes back to this question.</source>
        <translation>إذا لم يُجب أحد هنا: يُرجى الرد على دعوتك، أو الاتصال من جهاز آخر للتحدث مع {whom}. {number}

{going}

إذا توقفت الكاميرا أو الميكروفون: يُرجى فتح «الأجهزة» في الأعلى واختيار الجهاز من جديد.
إذا انقطع الاتصال: يُرجى المتابعة كالمعتاد؛ تُحفظ الإجابات هنا وتُرسَل لاحقًا.
إذا لزمت إعادة تشغيل الحاسوب: لا مانع من ذلك؛ يعود التطبيق إلى هذا السؤال.</translation>
    </message>
    <message>
        <source>Keys: F1 opens this help, F2 what is watched and sent, F6 explains a moment. Ctrl and + or − changes the size of the text, F4 the contrast. R reads the question again, Ctrl and Enter finishes an answer, Ctrl and O shows all questions. In code, Ctrl and F finds, F3 goes on to the next place, Shift and F3 back to the one before.</source>
        <translation>المفاتيح: F1 تفتح هذه المساعدة، وF2 ما يُراقَب ويُرسَل، وF6 لتوضيح لحظة. Ctrl مع + أو − تغيّر حجم النص، وF4 التباين. R تعيد قراءة السؤال، وCtrl مع Enter تنهي الإجابة، وCtrl مع O تعرض كل الأسئلة. في الشيفرة: Ctrl مع F للبحث، وF3 للموضع التالي، وShift مع F3 للموضع السابق.</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>إرسال الرسالة</translation>
    </message>
    <message>
        <source>Those in charge read it as soon as one of them looks. Answers appear as a note.</source>
        <translation>يقرؤها المسؤولون حالما يطّلع أحدهم عليها. وتظهر الردود في شكل ملاحظة.</translation>
    </message>
    <message>
        <source>Ask for a break</source>
        <translation>طلب استراحة</translation>
    </message>
    <message>
        <source>A person decides. Until they pause the interview, clock and watch go on.</source>
        <translation>القرار لأحد المسؤولين. وإلى أن تُوقَف المقابلة مؤقتًا، تستمر الساعة والمراقبة.</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>طلب مساعدة عاجلة</translation>
    </message>
    <message>
        <source>Shows those in charge at once that you need a person. Nothing is ended by it.</source>
        <translation>يُظهر للمسؤولين فورًا أنك بحاجة إلى شخص. ولا يُنهي ذلك أي شيء.</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation>لم يغادر أي شيء هذا الحاسوب بعد.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>عدد المرات</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>آخر مرة</translation>
    </message>
    <message>
        <source>What has left this computer</source>
        <translation>ما غادر هذا الحاسوب</translation>
    </message>
    <message>
        <source>Counted here as it leaves, also when something had to be sent again. Everything is encrypted on its way.</source>
        <translation>يُحسب هنا عند مغادرته، حتى إذا لزم إرسال شيء مرة أخرى. وكل شيء مشفَّر أثناء نقله.</translation>
    </message>
    <message>
        <source>What a real interview would have sent</source>
        <translation>ما كانت سترسله مقابلة حقيقية</translation>
    </message>
    <message>
        <source>This is practice. Camera and microphone are used as in an interview, and everything stays on this computer.</source>
        <translation>هذا تدريب. تُستخدم الكاميرا والميكروفون كما في المقابلة، ويبقى كل شيء على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The interview is paused: nothing is watched or recorded now.</source>
        <translation>المقابلة متوقفة مؤقتًا: لا يُراقَب ولا يُسجَّل أي شيء الآن.</translation>
    </message>
    <message>
        <source>Watching has ended. What is not sent yet is being sent.</source>
        <translation>انتهت المراقبة. ويجري الآن إرسال ما لم يُرسَل بعد.</translation>
    </message>
    <message>
        <source>Your camera picture is shown only to you. Until the first question nothing is kept but the checks of your devices and what you take yourself.</source>
        <translation>لا تظهر صورة الكاميرا إلا لك. وحتى السؤال الأول لا يُحفظ شيء سوى نتائج فحص أجهزتك وما تلتقطه بنفسك.</translation>
    </message>
    <message>
        <source>Camera and microphone are watched now, on this computer.</source>
        <translation>الكاميرا والميكروفون تحت المراقبة الآن، على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The camera gives no picture; the microphone is watched.</source>
        <translation>لا تصل أي صورة من الكاميرا؛ والميكروفون تحت المراقبة.</translation>
    </message>
    <message>
        <source>Your answer is being recorded.</source>
        <translation>يجري تسجيل إجابتك.</translation>
    </message>
    <message>
        <source>A small still picture is sent every ten seconds.</source>
        <translation>تُرسَل صورة ثابتة صغيرة كل عشر ثوانٍ.</translation>
    </message>
    <message>
        <source>A person who accompanies the interview may look through your camera; a line at the top of this window says so while somebody does.</source>
        <translation>يجوز لشخص يرافق المقابلة أن ينظر عبر الكاميرا لديك؛ ويظهر ذلك في سطر أعلى هذه النافذة ما دام أحد ينظر.</translation>
    </message>
    <message>
        <source>A person who accompanies your interview is looking through your camera now. They see the picture and hear nothing; nothing of it is kept.</source>
        <translation>ينظر الآن عبر الكاميرا لديك شخص يرافق مقابلتك. يرى الصورة ولا يسمع شيئًا، ولا يُحتفظ بشيء منها.</translation>
    </message>
    <message>
        <source>This is practice: nothing of it was sent, and nothing of it is kept.</source>
        <translation>هذا تدريب: لم يُرسَل منه شيء ولا يُحفظ منه شيء.</translation>
    </message>
    <message>
        <source>Nothing waits: the server has confirmed all of it.</source>
        <translation>لا شيء ينتظر الإرسال: أكّد الخادم استلام كل شيء.</translation>
    </message>
    <message>
        <source>Still on this computer only: {n} entries and recordings, {size}.</source>
        <translation>ما زال على هذا الحاسوب فقط: {n} من المدخلات والتسجيلات، {size}.</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} بايت</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} كيلوبايت</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} ميغابايت</translation>
    </message>
    <message>
        <source>Your answers as text, and when you opened and ended questions</source>
        <translation>إجاباتك نصًّا، ومتى فتحت الأسئلة وأنهيتها</translation>
    </message>
    <message>
        <source>What was noted by the watch, as times and figures</source>
        <translation>ما دوّنته المراقبة، في شكل أوقات وأرقام</translation>
    </message>
    <message>
        <source>What you agreed to, asked and explained</source>
        <translation>ما وافقت عليه وما طلبته وما أوضحته</translation>
    </message>
    <message>
        <source>Steps of the interview, checks, and the state of this computer</source>
        <translation>خطوات المقابلة والفحوص وحالة هذا الحاسوب</translation>
    </message>
    <message>
        <source>Recordings of your voice</source>
        <translation>تسجيلات صوتك</translation>
    </message>
    <message>
        <source>Your selfie, and pictures kept of what was noted</source>
        <translation>صورتك الشخصية، والصور المحفوظة مما دُوِّن</translation>
    </message>
    <message>
        <source>Face and voice as numbers, to compare with</source>
        <translation>الوجه والصوت في شكل أرقام للمقارنة بها</translation>
    </message>
    <message>
        <source>Small still pictures for those who watch live</source>
        <translation>صور ثابتة صغيرة لمن يتابعون مباشرة</translation>
    </message>
    <message>
        <source>The live picture of your camera, each time that a person looked</source>
        <translation>الصورة المباشرة من الكاميرا لديك، في كل مرة نظر فيها شخص</translation>
    </message>
    <message>
        <source>Signs of life: that the app runs, and how busy this computer is</source>
        <translation>إشارات التشغيل: أن التطبيق يعمل، ومدى انشغال هذا الحاسوب</translation>
    </message>
    <message>
        <source>Opening, starting and handing in the interview</source>
        <translation>فتح المقابلة وبدؤها وتسليمها</translation>
    </message>
    <message>
        <source>Open lines, on which only the server speaks</source>
        <translation>خطوط مفتوحة لا يتكلم عليها إلا الخادم</translation>
    </message>
    <message>
        <source>Whether a phone, a book or a second screen is seen.</source>
        <translation>ما إذا كان يظهر هاتف أو كتاب أو شاشة ثانية.</translation>
    </message>
    <message>
        <source>Whether the camera is covered, frozen or unplugged.</source>
        <translation>ما إذا كانت الكاميرا مغطاة أو متجمدة الصورة أو مفصولة.</translation>
    </message>
    <message>
        <source>This computer, during the questions: whether programs for remote control, recording or help with answers run, whether other windows lie over this one, and which displays and input devices there are.</source>
        <translation>هذا الحاسوب أثناء الأسئلة: ما إذا كانت تعمل برامج للتحكم عن بُعد أو للتسجيل أو للمساعدة في الإجابات، وما إذا كانت نوافذ أخرى فوق هذه النافذة، وما الشاشات وأجهزة الإدخال الموجودة.</translation>
    </message>
    <message>
        <source>Covers the questions until it is put right or a person lets you go on: {list}. The time is given back up to {n} seconds; nothing is ended by it.</source>
        <translation>يحجب الأسئلة إلى أن يُعالَج أو يسمح لك شخص بالمتابعة: {list}. ويُعاد الوقت حتى {n} ثانية؛ ولا ينتهي شيء بسببه.</translation>
    </message>
    <message>
        <source>What is watched on this computer</source>
        <translation>ما يُراقَب على هذا الحاسوب</translation>
    </message>
    <message>
        <source>What leaves this computer, encrypted</source>
        <translation>ما يغادر هذا الحاسوب، مشفَّرًا</translation>
    </message>
    <message>
        <source>What never leaves it</source>
        <translation>ما لا يغادره أبدًا</translation>
    </message>
    <message>
        <source>Video: but for that small still picture, it is looked at here and forgotten.</source>
        <translation>الفيديو: باستثناء تلك الصورة الثابتة الصغيرة، يُنظر إليه هنا ثم يُنسى.</translation>
    </message>
    <message>
        <source>Video: the picture is looked at here and forgotten.</source>
        <translation>الفيديو: يُنظر إلى الصورة هنا ثم تُنسى.</translation>
    </message>
    <message>
        <source>Sound beside your recordings: heard here and forgotten, never written down.</source>
        <translation>الصوت خارج تسجيلاتك: يُسمع هنا ثم يُنسى، ولا يُدوَّن أبدًا.</translation>
    </message>
    <message>
        <source>Also during the questions: whether another program puts something into the clipboard (never what), and whether the way to the network changes.</source>
        <translation>وأيضًا أثناء الأسئلة: هل يضع برنامج آخر شيئًا في الحافظة (وليس ما هو أبدًا)، وهل يتغير الطريق إلى الشبكة.</translation>
    </message>
    <message>
        <source>Your other files, what your other programs show or hold, your passwords.</source>
        <translation>ملفاتك الأخرى، وما تعرضه برامجك الأخرى أو تحتويه، وكلمات مرورك.</translation>
    </message>
    <message>
        <source>Your other files, your other programs, your passwords.</source>
        <translation>ملفاتك الأخرى وبرامجك الأخرى وكلمات مرورك.</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>من يقرر</translation>
    </message>
    <message>
        <source>People. Nothing that is noticed ends the interview or lowers a mark by itself.</source>
        <translation>البشر. لا شيء مما يُلاحَظ ينهي المقابلة أو يخفض درجة من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>No guess is made about your feelings, honesty or character.</source>
        <translation>لا يُخمَّن شيء عن مشاعرك أو صدقك أو طبعك.</translation>
    </message>
    <message>
        <source>Answers, recordings and pictures are erased after {n} days; your name and your marks when their time is over.</source>
        <translation>تُمحى الإجابات والتسجيلات والصور بعد {n} يومًا، ويُمحى اسمك ودرجاتك عند انتهاء مدتها.</translation>
    </message>
    <message>
        <source>Any other video: but for that small still picture and those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>أي فيديو آخر: باستثناء تلك الصورة الثابتة الصغيرة وتلك النظرات المباشرة، يُنظر إليه هنا ثم يُنسى. ولا يُحتفظ بأي فيديو في أي مكان.</translation>
    </message>
    <message>
        <source>Any other video: but for those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>أي فيديو آخر: باستثناء تلك النظرات المباشرة، يُنظر إليه هنا ثم يُنسى. ولا يُحتفظ بأي فيديو في أي مكان.</translation>
    </message>
    <message>
        <source>This window stays in front of all others. If another one takes the keyboard, this one takes it back, and when that was is noted.</source>
        <translation>تبقى هذه النافذة أمام كل النوافذ الأخرى. إذا استولت نافذة أخرى على لوحة المفاتيح استعادتها هذه النافذة، ويُسجَّل وقت ذلك.</translation>
    </message>
    <message>
        <source>This window stays in front of all others, and keys that switch programs or take pictures of the screen do nothing. When one is pressed, or another window takes the keyboard, that is noted.</source>
        <translation>تبقى هذه النافذة أمام كل النوافذ الأخرى، ولا تعمل المفاتيح التي تبدّل البرامج أو تلتقط صورًا للشاشة. عند الضغط على أحدها، أو عندما تستولي نافذة أخرى على لوحة المفاتيح، يُسجَّل ذلك.</translation>
    </message>
    <message>
        <source>What is held while the interview runs</source>
        <translation>ما يُقيَّد أثناء المقابلة</translation>
    </message>
    <message>
        <source>The clipboard is emptied at the start and at the end.</source>
        <translation>تُفرَّغ الحافظة عند البداية وعند النهاية.</translation>
    </message>
    <message>
        <source>You can leave at any time by the button above. At the end, and also after a crash, your computer is set back as it was.</source>
        <translation>يمكنك المغادرة في أي وقت بالزر في الأعلى. في النهاية، وكذلك بعد أي تعطل، يُعاد حاسوبك إلى ما كان عليه.</translation>
    </message>
    <message>
        <source>Comparing your face and voice by computer</source>
        <translation>مقارنة وجهك وصوتك بالحاسوب</translation>
    </message>
    <message>
        <source>Your face and voice as numbers, made from selfie and voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>وجهك وصوتك كأرقام مستخرجة من الصورة الذاتية وعينة الصوت: مثل بصمة الإصبع، مشفَّرة، ولهذه المقابلة فقط.</translation>
    </message>
    <message>
        <source>Comparing your face by computer</source>
        <translation>مقارنة وجهك بالحاسوب</translation>
    </message>
    <message>
        <source>Your face as numbers, made from selfie: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>وجهك كأرقام مستخرجة من الصورة الذاتية: مثل بصمة الإصبع، مشفَّرة، ولهذه المقابلة فقط.</translation>
    </message>
    <message>
        <source>Comparing your voice by computer</source>
        <translation>مقارنة صوتك بالحاسوب</translation>
    </message>
    <message>
        <source>Your voice as numbers, made from voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>صوتك كأرقام مستخرجة من عينة الصوت: مثل بصمة الإصبع، مشفَّرة، ولهذه المقابلة فقط.</translation>
    </message>
    <message>
        <source>You may say no and go on: then a person checks who you are.</source>
        <translation>يمكنك أن ترفض وتتابع: عندئذ يتحقق شخص من هويتك.</translation>
    </message>
    <message>
        <source>This interview needs it. If you do not want it, choose Leave above and ask the person who invited you for a way without: then a person checks who you are.</source>
        <translation>هذه المقابلة تتطلب ذلك. إن كنت لا تريده فاختر «مغادرة» في الأعلى واطلب ممن دعاك طريقة بدونه: عندئذ يتحقق شخص من هويتك.</translation>
    </message>
    <message>
        <source>You can take a yes back at any time, also on your invitation&apos;s page: the numbers are destroyed.</source>
        <translation>يمكنك سحب موافقتك في أي وقت، وكذلك من صفحة دعوتك: عندئذ تُتلف الأرقام.</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language that this file translates into, such as de. It goes into the record.</extracomment>
        <translation>ar</translation>
    </message>
    <message>
        <source>No picture of you goes to them, and none of your name unless you say it in an answer.</source>
        <translation>لا تصل إليهم أي صورة لك، ولا اسمك إلا إذا ذكرته في إجابة.</translation>
    </message>
    <message>
        <source>Who else gets your answers</source>
        <translation>من يحصل على إجاباتك أيضًا</translation>
    </message>
    <message>
        <source>The texts of your answers, by the server: to a language model at {host}, which proposes marks and may write further questions. A person decides.</source>
        <translation>نصوص إجاباتك، عبر الخادم: إلى نموذج لغوي لدى {host} يقترح الدرجات وقد يكتب أسئلة إضافية. القرار لإنسان.</translation>
    </message>
    <message>
        <source>Recordings that this computer cannot write down, by the server: to a service at {host}, which turns them into text.</source>
        <translation>التسجيلات التي لا يستطيع هذا الحاسوب تحويلها إلى نص، عبر الخادم: إلى خدمة لدى {host} تحوّلها إلى نص.</translation>
    </message>
    <message>
        <source>Your typed answers as you write, and the recordings of your spoken answers.</source>
        <translation>إجاباتك المكتوبة أثناء كتابتها، وتسجيلات إجاباتك الشفهية.</translation>
    </message>
    <message>
        <source>Your selfie and your voice sample, so that a person can tell who took the interview.</source>
        <translation>صورتك الذاتية وعينة صوتك، ليتمكن شخص من معرفة من أجرى المقابلة.</translation>
    </message>
    <message>
        <source>Your selfie, so that a person can tell who took the interview.</source>
        <translation>صورتك الذاتية، ليتمكن شخص من معرفة من أجرى المقابلة.</translation>
    </message>
    <message>
        <source>Your voice sample, so that a person can tell who took the interview.</source>
        <translation>عينة صوتك، ليتمكن شخص من معرفة من أجرى المقابلة.</translation>
    </message>
    <message>
        <source>How exact the gaze calibration was, if you made it.</source>
        <translation>مدى دقة معايرة النظر، إن أجريتها.</translation>
    </message>
    <message>
        <source>A list of what was noticed, with times. No score comes from it.</source>
        <translation>قائمة بما لوحظ مع أوقاته. لا تنتج عنها أي درجة.</translation>
    </message>
    <message>
        <source>Names of such programs, windows with their titles, and devices, where they were noticed.</source>
        <translation>أسماء مثل هذه البرامج والنوافذ مع عناوينها والأجهزة، حيثما لوحظت.</translation>
    </message>
    <message>
        <source>Names of such programs, windows and devices, where they were noticed.</source>
        <translation>أسماء مثل هذه البرامج والنوافذ والأجهزة، حيثما لوحظت.</translation>
    </message>
    <message>
        <source>At most {n} small pictures an hour, each belonging to an entry of that list.</source>
        <translation>{n} صورة صغيرة في الساعة على الأكثر، تخص كل منها بندًا من تلك القائمة.</translation>
    </message>
    <message>
        <source>A small still picture of the camera every ten seconds, for a person who accompanies the interview. Only the newest is kept, and none after the end.</source>
        <translation>صورة ثابتة صغيرة من الكاميرا كل عشر ثوانٍ، لشخص يرافق المقابلة. لا يُحتفظ إلا بالأحدث، ولا بأي منها بعد النهاية.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture, live and without sound, while a person who accompanies the interview looks through it. You are told each time and for as long as somebody looks; each look is on record and the picture is not kept.</source>
        <translation>صورة الكاميرا، مباشرة وبلا صوت، ما دام شخص يرافق المقابلة ينظر عبرها. تُبلَّغ بذلك في كل مرة وما دام أحد ينظر؛ وتُسجَّل كل نظرة ولا يُحتفظ بالصورة.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie.</source>
        <translation>ما إذا كان وجهك في الصورة، وما إذا كان هو وجه الصورة الذاتية.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie, and whether anybody else is.</source>
        <translation>ما إذا كان وجهك في الصورة، وما إذا كان هو وجه الصورة الذاتية، وما إذا كان فيها أي شخص آخر.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture.</source>
        <translation>ما إذا كان وجهك في الصورة.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, and whether anybody else is.</source>
        <translation>ما إذا كان وجهك في الصورة، وما إذا كان فيها أي شخص آخر.</translation>
    </message>
    <message>
        <source>Whether your head is turned away from the screen.</source>
        <translation>ما إذا كان رأسك ملتفتًا عن الشاشة.</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen.</source>
        <translation>ما إذا كان رأسك أو عيناك ملتفتين عن الشاشة.</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen, coarsely.</source>
        <translation>ما إذا كان رأسك أو عيناك ملتفتين عن الشاشة، على وجه التقريب.</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer or the voice sample.</source>
        <translation>ميكروفونك: لا يُسجَّل إلا أثناء تسجيلك إجابة أو عينة الصوت.</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer.</source>
        <translation>ميكروفونك: لا يُسجَّل إلا أثناء تسجيلك إجابة.</translation>
    </message>
    <message>
        <source>It is listened to for speech, a second voice and loudspeakers during the questions.</source>
        <translation>يُستمع إليه أثناء الأسئلة لرصد الكلام وصوت ثانٍ ومكبرات الصوت.</translation>
    </message>
    <message>
        <source>It is listened to for speech and loudspeakers during the questions.</source>
        <translation>يُستمع إليه أثناء الأسئلة لرصد الكلام ومكبرات الصوت.</translation>
    </message>
    <message>
        <source>It is listened to for a second voice and loudspeakers during the questions.</source>
        <translation>يُستمع إليه أثناء الأسئلة لرصد صوت ثانٍ ومكبرات الصوت.</translation>
    </message>
    <message>
        <source>It is listened to for a second voice during the questions.</source>
        <translation>يُستمع إليه أثناء الأسئلة لرصد صوت ثانٍ.</translation>
    </message>
    <message>
        <source>It is listened to for loudspeakers during the questions.</source>
        <translation>يُستمع إليه أثناء الأسئلة لرصد مكبرات الصوت.</translation>
    </message>
    <message>
        <source>Practice: nothing is sent, and nothing is kept when it ends.</source>
        <translation>تدريب: لا يُرسل شيء، ولا يُحتفظ بشيء عند انتهائه.</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>التحدث</translation>
    </message>
    <message>
        <source>What do you like to do on a free day?</source>
        <translation>ماذا تحب أن تفعل في يوم عطلة؟</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>الكتابة</translation>
    </message>
    <message>
        <source>Describe in two or three sentences how you make tea or coffee.</source>
        <translation>صف في جملتين أو ثلاث كيف تحضّر الشاي أو القهوة.</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>البرمجة</translation>
    </message>
    <message>
        <source>Write a function total(numbers) that returns the sum of a list of numbers.</source>
        <translation>اكتب دالة total(numbers) تعيد مجموع قائمة من الأعداد.</translation>
    </message>
    <message>
        <source>three numbers</source>
        <translation>ثلاثة أعداد</translation>
    </message>
    <message>
        <source>Practice interview</source>
        <translation>مقابلة تدريبية</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>In practice no code is run. In an interview the server runs it, and its output is shown here.</source>
        <translation>في التدريب لا يُشغَّل أي كود. في المقابلة يشغّله الخادم ويظهر ناتجه هنا.</translation>
    </message>
    <message>
        <source>The invite is not used here: {why}</source>
        <translation>لا تُستخدم الدعوة هنا: {why}</translation>
    </message>
    <message>
        <source>The signed report was sent: the people who invited you can read it.</source>
        <translation>أُرسل التقرير الموقَّع: يمكن لمن دعاك قراءته.</translation>
    </message>
    <message>
        <source>The report was not sent: {why}</source>
        <translation>لم يُرسل التقرير: {why}</translation>
    </message>
    <message>
        <source>The signed report is in the file {name}.</source>
        <translation>التقرير الموقَّع في الملف {name}.</translation>
    </message>
    <message>
        <source>The file cannot be written: {why}</source>
        <translation>تتعذر كتابة الملف: {why}</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>مُدخل واحد</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} من المُدخلات</translation>
    </message>
    <message>
        <source>1 recording or picture</source>
        <translation>تسجيل واحد أو صورة واحدة</translation>
    </message>
    <message>
        <source>{n} recordings and pictures</source>
        <translation>{n} من التسجيلات والصور</translation>
    </message>
    <message>
        <source>Still to send: {what} ({size}).</source>
        <translation>ما زال للإرسال: {what} ({size}).</translation>
    </message>
    <message>
        <source> and </source>
        <translation> و</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>افحص مجددًا</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>أرسل التقرير</translation>
    </message>
    <message>
        <source>The people who invited you can read it; it decides nothing by itself</source>
        <translation>يمكن لمن دعاك قراءته، وهو لا يقرر شيئًا من تلقاء نفسه</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>احفظ كملف …</translation>
    </message>
    <message>
        <source>Is this computer ready?</source>
        <translation>هل هذا الحاسوب جاهز؟</translation>
    </message>
    <message>
        <source>This takes about half a minute. The camera is opened for a moment and two seconds are listened to; neither picture nor sound is kept or sent.</source>
        <translation>يستغرق هذا نحو نصف دقيقة. تُفتح الكاميرا لحظة ويُستمع ثانيتين، ولا يُحفظ ولا يُرسل أي صورة أو صوت.</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Checking: {n} of {total} done</source>
        <translation>جارٍ الفحص: أُنجز {n} من {total}</translation>
    </message>
    <message>
        <source>checking …</source>
        <translation>جارٍ الفحص …</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>أين يُحفظ الملف</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>برامج أخرى</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>الإضاءة</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>مكبرات الصوت</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>غير سليم</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>What to do: {cure}</source>
        <translation>ما العمل: {cure}</translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <translation>لم يُفحص شيء.</translation>
    </message>
    <message>
        <source>This computer is ready.</source>
        <translation>هذا الحاسوب جاهز.</translation>
    </message>
    <message>
        <source>Not ready yet: {failed} failed, {unsure} unknown.</source>
        <translation>غير جاهز بعد: {failed} غير سليم، {unsure} غير معروف.</translation>
    </message>
    <message>
        <source>Nothing failed, but {unsure} could not be told.</source>
        <translation>لم يفشل شيء، لكن تعذر تحديد {unsure}.</translation>
    </message>
    <message>
        <source>What was found on this computer</source>
        <translation>ما وُجد على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Nothing to be noted: {names}.</source>
        <translation>لا شيء يُذكر: {names}.</translation>
    </message>
    <message>
        <source>{name}: cannot be told ({why}).</source>
        <translation>{name}: لا يمكن معرفته ({why}).</translation>
    </message>
    <message>
        <source>{name}: {found}. A person looks at it; nothing else follows.</source>
        <translation>{name}: {found}. ينظر فيه شخص، ولا يترتب عليه شيء آخر.</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>البرامج</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>النوافذ</translation>
    </message>
    <message>
        <source>displays</source>
        <translation>الشاشات</translation>
    </message>
    <message>
        <source>kind of computer</source>
        <translation>نوع الحاسوب</translation>
    </message>
    <message>
        <source>remote control</source>
        <translation>التحكم عن بُعد</translation>
    </message>
    <message>
        <source>screen recording</source>
        <translation>تسجيل الشاشة</translation>
    </message>
    <message>
        <source>camera and microphone</source>
        <translation>الكاميرا والميكروفون</translation>
    </message>
    <message>
        <source>this app itself</source>
        <translation>هذا التطبيق نفسه</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>الحافظة</translation>
    </message>
    <message>
        <source>way to the network</source>
        <translation>الطريق إلى الشبكة</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>a program that is not allowed in this interview</source>
        <translation>برنامج غير مسموح به في هذه المقابلة</translation>
    </message>
    <message>
        <source>another or a mirrored display</source>
        <translation>شاشة أخرى أو شاشة معكوسة</translation>
    </message>
    <message>
        <source>a connection from afar to this computer</source>
        <translation>اتصال عن بُعد بهذا الحاسوب</translation>
    </message>
    <message>
        <source>a recording or sharing of the screen</source>
        <translation>تسجيل للشاشة أو مشاركة لها</translation>
    </message>
    <message>
        <source>keys that lead out of this app and cannot be held here</source>
        <translation>مفاتيح تُخرج من هذا التطبيق ولا يمكن إيقافها هنا</translation>
    </message>
    <message>
        <source>Close it, also where it only runs in the background.</source>
        <translation>أغلقه، حتى إن كان يعمل في الخلفية فقط.</translation>
    </message>
    <message>
        <source>Unplug it or switch it off, and end the mirroring.</source>
        <translation>افصلها أو أطفئها، وأوقف الانعكاس.</translation>
    </message>
    <message>
        <source>End that connection, and sit at the computer itself.</source>
        <translation>أنهِ ذلك الاتصال، واجلس أمام الحاسوب نفسه.</translation>
    </message>
    <message>
        <source>Stop it in the program that does it.</source>
        <translation>أوقفه في البرنامج الذي يقوم به.</translation>
    </message>
    <message>
        <source>You cannot put that right here: press I need help, and a person decides.</source>
        <translation>لا يمكنك معالجة ذلك هنا: اضغط «أحتاج إلى مساعدة»، ويقرر شخص.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Ctrl and −</source>
        <translation>Ctrl مع −</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Ctrl and +</source>
        <translation>Ctrl مع +</translation>
    </message>
    <message>
        <source>Strong contrast (F4)</source>
        <translation>تباين قوي (F4)</translation>
    </message>
    <message>
        <source>Both are remembered on this computer.</source>
        <translation>يُحفظ كلاهما على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>النص والتباين</translation>
    </message>
    <message>
        <source>Size of the text: {percent} %</source>
        <translation>حجم النص: {percent}٪</translation>
    </message>
</context>
<context>
    <name>Cameras</name>
    <message>
        <source>Recording</source>
        <translation>جارٍ التسجيل</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Your answers are saved on this computer, but some have not reached the server. Stay until they have, or open the app again later: it goes on sending by itself.</source>
        <translation>إجاباتك محفوظة على هذا الحاسوب، لكن بعضها لم يصل إلى الخادم. يُرجى البقاء حتى تصل، أو فتح التطبيق من جديد لاحقًا: يواصل الإرسال تلقائيًا.</translation>
    </message>
    <message>
        <source>The interview has not started and nothing is lost. Open the app again to go on before the time named in your invitation.</source>
        <translation>لم تبدأ المقابلة ولم يضِع شيء. للمتابعة، يُرجى فتح التطبيق من جديد قبل الموعد المذكور في دعوتك.</translation>
    </message>
    <message>
        <source>Your answers are saved and the clocks stand still. You need not leave the app for a break. If you do, open it again before the interview goes on: it returns to this question. Those in charge are told that you left.</source>
        <translation>إجاباتك محفوظة والساعات متوقفة. لا حاجة إلى مغادرة التطبيق من أجل استراحة. في حال المغادرة، يُرجى فتحه من جديد قبل أن تُستأنف المقابلة: يعود إلى هذا السؤال. ويُبلَّغ المسؤولون بمغادرتك.</translation>
    </message>
    <message>
        <source>The practice ends here. Nothing of it was sent, and nothing is kept.</source>
        <translation>ينتهي التدريب هنا. لم يُرسل منه شيء ولا يُحتفظ بشيء.</translation>
    </message>
    <message>
        <source>Your answers are saved. The clock goes on while you are away, and those in charge are told that you left. Until the time is over you can come back: open the app again, and it returns to this question. Leaving does not hand the interview in.</source>
        <translation>إجاباتك محفوظة. تستمر الساعة أثناء غيابك، ويُبلَّغ المسؤولون بمغادرتك. يمكنك العودة حتى انتهاء الوقت: يُرجى فتح التطبيق من جديد، وسيعود إلى هذا السؤال. المغادرة لا تُسلِّم المقابلة.</translation>
    </message>
    <message>
        <source>What is watched and sent</source>
        <translation>ما يُراقَب وما يُرسَل</translation>
    </message>
    <message>
        <source>Stop comparing my face and voice</source>
        <translation>إيقاف مقارنة وجهي وصوتي</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The numbers made from your face and voice are destroyed, here and on the server, and nothing is compared any more. The interview goes on as before, and a person checks who you are. This cannot be undone in this interview.</source>
        <translation>تُتلَف الأرقام المستخرجة من وجهك وصوتك، هنا وعلى الخادم، ولا يُقارَن أي شيء بعد ذلك. تستمر المقابلة كما كانت، ويتحقق شخص من هويتك. لا يمكن التراجع عن ذلك في هذه المقابلة.</translation>
    </message>
    <message>
        <source>Stop comparing?</source>
        <translation>هل تريد إيقاف المقارنة؟</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>إيقاف المقارنة</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>الكاميرا والميكروفون ومكبر الصوت</translation>
    </message>
    <message>
        <source>Leave now?</source>
        <translation>هل تريد المغادرة الآن؟</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>بقاء</translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>Your code</source>
        <translation>شيفرتك البرمجية</translation>
    </message>
    <message>
        <source>Tab indents. Press Escape and then Tab to leave the editor. Ctrl+F searches, Ctrl+G goes to a line, Ctrl+slash makes comments.</source>
        <translation>مفتاح Tab يضيف مسافة بادئة. لمغادرة المحرر: Escape ثم Tab. Ctrl+F للبحث، وCtrl+G للانتقال إلى سطر، وCtrl مع الشرطة المائلة للتعليقات.</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Close brackets</source>
        <translation>إغلاق الأقواس</translation>
    </message>
    <message>
        <source>A bracket or quote brings its other half</source>
        <translation>كل قوس أو علامة اقتباس تأتي بنصفها الآخر</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Ctrl+F finds, Ctrl+H replaces, Ctrl+G goes to a line</source>
        <translation>Ctrl+F للبحث، وCtrl+H للاستبدال، وCtrl+G للانتقال إلى سطر</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Ctrl+/ makes the selected lines comments, or code again</source>
        <translation>Ctrl+/ يحوّل الأسطر المحددة إلى تعليقات أو يعيدها شيفرة</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>I have read this and I agree.</source>
        <translation>قرأتُ هذا وأوافق عليه.</translation>
    </message>
    <message>
        <source>A computer may compare my face and voice.</source>
        <translation>يجوز أن يقارن حاسوب وجهي وصوتي.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Before you agree</source>
        <translation>قبل أن توافق</translation>
    </message>
    <message>
        <source>This computer watches during the interview so that no person has to. Look this up at any time under “Watched and sent”.</source>
        <translation>يتولى هذا الحاسوب المراقبة أثناء المقابلة كي لا يضطر أي شخص إلى ذلك. يمكنك الاطلاع على هذا في أي وقت ضمن «المراقبة والإرسال».</translation>
    </message>
    <message>
        <source>If you do not agree, choose Leave above: no picture or sound was kept.</source>
        <translation>في حال عدم الموافقة، يُرجى اختيار «مغادرة» في الأعلى: لم تُحفظ أي صورة أو صوت.</translation>
    </message>
    <message>
        <source>A computer may compare my face.</source>
        <translation>يجوز أن يقارن حاسوب وجهي.</translation>
    </message>
    <message>
        <source>A computer may compare my voice.</source>
        <translation>يجوز أن يقارن حاسوب صوتي.</translation>
    </message>
    <message>
        <source>Left empty, a person checks who you are instead.</source>
        <translation>إذا تُرك هذا فارغًا، يتحقق شخص من هويتك بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>This interview needs it: for a way without, ask the person who invited you.</source>
        <translation>تشترط هذه المقابلة ذلك: لطلب طريقة بديلة، يُرجى سؤال الشخص الذي دعاك.</translation>
    </message>
</context>
<context>
    <name>DeviceCheck</name>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>الكاميرا والميكروفون ومكبر الصوت</translation>
    </message>
    <message>
        <source>See that the picture shows your face and that the bar moves when you speak. Nothing is recorded yet. You can switch devices later as well.</source>
        <translation>يُرجى التأكد من أن الصورة تُظهر وجهك وأن الشريط يتحرك عند الكلام. لا يُسجَّل شيء بعد. ويمكنك تبديل الأجهزة لاحقًا أيضًا.</translation>
    </message>
    <message>
        <source>Continue opens once the camera gives a picture.</source>
        <translation>تتاح «متابعة» حالما تصل صورة من الكاميرا.</translation>
    </message>
    <message>
        <source>Connect a microphone and choose it above to continue.</source>
        <translation>للمتابعة، يُرجى توصيل ميكروفون واختياره في الأعلى.</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>مكبر الصوت</translation>
    </message>
    <message>
        <source>Play a test sentence</source>
        <translation>تشغيل جملة تجريبية</translation>
    </message>
    <message>
        <source>Says a short sentence on the chosen speaker</source>
        <translation>ينطق جملة قصيرة عبر مكبر الصوت المختار</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>لم يُعثر على أي جهاز</translation>
    </message>
    <message>
        <source>No camera is in use. Connect one or choose it above.</source>
        <translation>لا توجد كاميرا قيد الاستخدام. يُرجى توصيل كاميرا أو اختيارها في الأعلى.</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, then choose it above.</source>
        <translation>لم يُعثر على كاميرا. يُرجى توصيل كاميرا ثم اختيارها في الأعلى.</translation>
    </message>
    <message>
        <source>No microphone is in use. Connect one or choose it above.</source>
        <translation>لا يوجد ميكروفون قيد الاستخدام. يُرجى توصيل ميكروفون أو اختياره في الأعلى.</translation>
    </message>
    <message>
        <source>No microphone was found. Connect one, then choose it above.</source>
        <translation>لم يُعثر على ميكروفون. يُرجى توصيل ميكروفون ثم اختياره في الأعلى.</translation>
    </message>
    <message>
        <source>Your microphone hears you.</source>
        <translation>الميكروفون يسمعك.</translation>
    </message>
    <message>
        <source>Say something: the bar should move.</source>
        <translation>يُرجى قول شيء ما: ينبغي أن يتحرك الشريط.</translation>
    </message>
    <message>
        <source>The system&apos;s own voice is heard on the system&apos;s own speaker. To hear it on this one, choose it in the system&apos;s sound settings as well.</source>
        <translation>يُسمع صوت النظام نفسه عبر مكبر صوت النظام. لسماعه عبر هذا المكبر، اخترْه أيضًا في إعدادات الصوت في النظام.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>الاستبدال بـ</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>الانتقال إلى سطر</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>رقم السطر</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>مطابقة حالة الأحرف</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>استبدال الكل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation>العودة إلى الشيفرة</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>من {n}</translation>
    </message>
    <message>
        <source>1 replaced</source>
        <translation>استُبدل موضع واحد</translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>المواضع المستبدلة: {n}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لم يُعثر عليه</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} من {count}</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>موضع واحد</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>المواضع: {n}</translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message>
        <source>Handing in</source>
        <translation>جارٍ التسليم</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>إغلاق التطبيق</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>حفظ في ملف …</translation>
    </message>
    <message>
        <source>Writes everything that was recorded into one sealed file</source>
        <translation>يكتب كل ما سُجّل في ملف واحد مختوم</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Your interview was ended</source>
        <translation>أُنهيت مقابلتك</translation>
    </message>
    <message>
        <source>That was the practice interview</source>
        <translation>كانت هذه المقابلة التدريبية</translation>
    </message>
    <message>
        <source>Thank you: your interview is handed in</source>
        <translation>شكرًا لك: سُلِّمت مقابلتك</translation>
    </message>
    <message>
        <source>Your interview is being handed in</source>
        <translation>يجري تسليم مقابلتك</translation>
    </message>
    <message>
        <source>The time is over. </source>
        <translation>انتهى الوقت. </translation>
    </message>
    <message>
        <source>A person decided this, no program did. Everything that you answered has arrived and is kept; nothing was thrown away.

What happens next: people at {organisation} read it and write to you. If you think this was a mistake, reply to your invitation and quote {number}: the interview can be opened again, with the time that was left. You can close the app now.</source>
        <translation>اتخذ هذا القرار شخص، لا برنامج. كل ما أجبت به وصل وحُفظ، ولم يُحذف منه شيء.

ما الذي يحدث بعد ذلك: يقرؤه أشخاص من {organisation} ويكتبون إليك. إذا رأيت أن هذا حدث خطأً، فيُرجى الرد على دعوتك مع ذكر {number}: يمكن فتح المقابلة من جديد بالوقت الذي كان متبقيًا. يمكنك إغلاق التطبيق الآن.</translation>
    </message>
    <message>
        <source>In an interview your answers would now be with the people who invited you. Here nothing was sent, and all of it is deleted when you go on. You can practise as often as you like.</source>
        <translation>في المقابلة تكون إجاباتك الآن لدى من دعاك. هنا لم يُرسل شيء، ويُحذف كل شيء عندما تتابع. يمكنك التدرب كما تشاء من المرات.</translation>
    </message>
    <message>
        <source>There may be one more question about your last answer. If none comes within a few seconds, your interview is handed in by itself.</source>
        <translation>قد يكون هناك سؤال آخر حول إجابتك الأخيرة. إذا لم يصل أي سؤال خلال ثوانٍ قليلة، تُسلَّم مقابلتك تلقائيًا.</translation>
    </message>
    <message>
        <source>Everything has arrived. People will read your answers; {organisation} tells you how it goes on. You can close the app now.</source>
        <translation>وصل كل شيء. سيقرأ أشخاص إجاباتك، وستصلك الخطوات التالية من {organisation}. يمكنك إغلاق التطبيق الآن.</translation>
    </message>
    <message>
        <source>There is no connection at the moment. Your answers are safe on this computer. Keep the app open: it goes on by itself once the connection is back. You can also leave, and open the app again later, even tomorrow: it goes on sending.</source>
        <translation>لا يوجد اتصال في الوقت الحالي. إجاباتك في أمان على هذا الحاسوب. يُرجى إبقاء التطبيق مفتوحًا: يتابع تلقائيًا عند عودة الاتصال. ويمكنك أيضًا المغادرة وفتح التطبيق من جديد لاحقًا، حتى في الغد: يواصل الإرسال.</translation>
    </message>
    <message>
        <source>End the practice</source>
        <translation>إنهاء التدريب</translation>
    </message>
    <message>
        <source>Everything is in the file {name} ({size}). Give it to the people who invited you. It is sealed: only their server can read it. The app still goes on trying to send.</source>
        <translation>كل شيء موجود في الملف {name} ({size}). يُرجى تسليمه إلى من دعوك. الملف مختوم: لا يستطيع قراءته إلا خادمهم. ويواصل التطبيق محاولة الإرسال.</translation>
    </message>
    <message>
        <source>If the connection does not come back at all, you can save everything as one sealed file, on a USB stick for example, and give it to {organisation}.</source>
        <translation>إذا لم يعد الاتصال إطلاقًا، فيمكنك حفظ كل شيء في ملف واحد مختوم، على ذاكرة USB مثلًا، وتسليمه إلى {organisation}.</translation>
    </message>
    <message>
        <source>the people who invited you</source>
        <translation>الأشخاص الذين دعوك</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>مكان حفظ الملف</translation>
    </message>
    <message>
        <source>All answers are saved. Please keep the app open until they have been sent.</source>
        <translation>جميع الإجابات محفوظة. يُرجى إبقاء التطبيق مفتوحًا حتى تُرسَل.</translation>
    </message>
    <message>
        <source>Switching the camera off …</source>
        <translation>جارٍ إطفاء الكاميرا …</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>جارٍ تدوين ما قلته …</translation>
    </message>
    <message>
        <source>Closing the interview …</source>
        <translation>جارٍ إغلاق المقابلة …</translation>
    </message>
</context>
<context>
    <name>GazePage</name>
    <message>
        <source>This takes about 30 seconds. A point appears at 13 places of your screen, one after the other: look at each until the next one comes. Sit as you will sit later, about an arm&apos;s length away, and keep your head fairly still. You need to press nothing.</source>
        <translation>يستغرق هذا نحو 30 ثانية. تظهر نقطة في 13 موضعًا من شاشتك، واحدًا تلو الآخر: يُرجى النظر إلى كل نقطة حتى تظهر التالية. يُرجى الجلوس كما ستجلس لاحقًا، على بُعد ذراع تقريبًا، مع إبقاء رأسك ثابتًا قدر الإمكان. لا حاجة إلى الضغط على أي شيء.</translation>
    </message>
    <message>
        <source>No picture is kept: only how the direction of your eyes belongs to places on the screen, and how exact that is. If you skip it, eyes are judged more carefully: less is noticed, and nothing counts against you.</source>
        <translation>لا تُحفظ أي صورة: يُحفظ فقط كيف يرتبط اتجاه عينيك بمواضع الشاشة، ومدى دقة ذلك. في حال التخطي، يكون تقدير اتجاه العينين أكثر تحفظًا: يُلاحَظ أقل، ولا يُحسب عليك شيء.</translation>
    </message>
    <message>
        <source>This computer does not know how large your screen is, so a 14-inch one is assumed; the result says how exact that came out.</source>
        <translation>لا يعرف هذا الحاسوب حجم شاشتك، لذلك يُفترض أنها 14 بوصة؛ وتبيّن النتيجة مدى الدقة التي تحققت.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>تخطي هذه الخطوة</translation>
    </message>
    <message>
        <source>Where you look</source>
        <translation>أين تنظر</translation>
    </message>
    <message>
        <source>You are asked to do this once more. {why} The clock of your question stands still meanwhile, and your answer is saved.</source>
        <translation>يُطلب منك القيام بهذا مرة أخرى. {why} تتوقف ساعة سؤالك في هذه الأثناء، وإجابتك محفوظة.</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>المحاولة مرة أخرى</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>المتابعة من دونها</translation>
    </message>
</context>
<context>
    <name>Glow</name>
    <message>
        <source>The light of the screen changes</source>
        <translation>يتغير ضوء الشاشة</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>إيقاف (Esc)</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>I need help</source>
        <translation>أحتاج إلى مساعدة</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>رسالة أو استراحة أو شخص؛ لا يُنهي الطلب أي شيء (F1)</translation>
    </message>
    <message>
        <source>The interview is paused</source>
        <translation>المقابلة متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>The clocks stand still. The camera is off, and nothing is watched or recorded. You may leave your place. Your answers are saved.

The interview goes on at this question when {whom} resumes it: stay where you can see this screen.</source>
        <translation>الساعات متوقفة. الكاميرا مطفأة، ولا يُراقَب ولا يُسجَّل أي شيء. يمكنك مغادرة مكانك. إجاباتك محفوظة.

تستمر المقابلة عند هذا السؤال حالما تُستأنف من قِبل {whom}: يُرجى البقاء حيث يمكنك رؤية هذه الشاشة.</translation>
    </message>
    <message>
        <source>the person in charge</source>
        <translation>الشخص المسؤول</translation>
    </message>
    <message>
        <source>{left} left when it goes on</source>
        <translation>يبقى {left} عند الاستئناف</translation>
    </message>
    <message>
        <source>The screen is covered for the moment</source>
        <translation>الشاشة محجوبة في الوقت الحالي</translation>
    </message>
    <message>
        <source>Please stay at your place: the question comes back by itself as soon as {whom} uncovers it. Your answers are saved.

The clocks stand still: all the time that the screen is covered is given back to you, also without a connection. The watch goes on.

If it takes long, or you think that it is a mistake, press I need help: there you can write to {whom}, and it says whom to call.</source>
        <translation>يُرجى البقاء في مكانك: يعود السؤال من تلقاء نفسه ما إن يكشفه {whom}. إجاباتك محفوظة.

الساعات متوقفة: يُعاد إليك كل الوقت الذي تكون فيه الشاشة محجوبة، حتى من دون اتصال. وتستمر المراقبة.

إن طال الأمر أو كان ذلك خطأً في رأيك، فاضغط «أحتاج إلى مساعدة»: هناك يمكنك الكتابة إلى {whom}، وهناك يُذكر بمن تتصل.</translation>
    </message>
    <message>
        <source>The questions are covered for the moment</source>
        <translation>الأسئلة محجوبة في الوقت الحالي</translation>
    </message>
    <message>
        <source>The clocks stand still meanwhile, for {length} more at most.</source>
        <translation>الساعات متوقفة في هذه الأثناء، لمدة {length} أخرى على الأكثر.</translation>
    </message>
    <message>
        <source>The clocks go on now; a person can give you more time.</source>
        <translation>الساعات تعمل الآن؛ ويمكن لشخص أن يمنحك مزيدًا من الوقت.</translation>
    </message>
    <message>
        <source>The questions come back by themselves a few seconds after it is put right. Your answers are saved.

{stands}

If you cannot put it right, or think that it is a mistake, press I need help: {whom} can let you go on in spite of it.</source>
        <translation>تعود الأسئلة من تلقاء نفسها بعد ثوانٍ من معالجة ذلك. إجاباتك محفوظة.

{stands}

إن لم تستطع معالجته، أو كان ذلك خطأً في رأيك، فاضغط «أحتاج إلى مساعدة»: يمكن أن يسمح لك {whom} بالمتابعة رغم ذلك.</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>بقي {left} في المجموع</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>مستوى الميكروفون</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Recording</source>
        <translation>جارٍ التسجيل</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Flag for later</source>
        <translation>وضع علامة للعودة لاحقًا</translation>
    </message>
    <message>
        <source>Marks this question in the overview, for yourself only</source>
        <translation>يضع علامة على هذا السؤال في النظرة العامة، لك وحدك</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>كل الأسئلة</translation>
    </message>
    <message>
        <source>Shows which questions are answered, and which are open (Ctrl+O)</source>
        <translation>يعرض الأسئلة المُجاب عنها والأسئلة المفتوحة (Ctrl+O)</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>السؤال السابق</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>إزالة العلامة</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Camera picture</source>
        <translation>صورة الكاميرا</translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation>في انتظار الكاميرا …</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Enter an invite link</source>
        <translation>إدخال رابط دعوة</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>إغلاق التطبيق</translation>
    </message>
    <message>
        <source>What you have answered until now is kept on this computer.</source>
        <translation>ما أجبت عنه حتى الآن محفوظ على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The app cannot go on by itself</source>
        <translation>لا يستطيع التطبيق المتابعة تلقائيًا</translation>
    </message>
</context>
<context>
    <name>ProseEditor</name>
    <message>
        <source>Your answer</source>
        <translation>إجابتك</translation>
    </message>
    <message>
        <source>Write your answer here …</source>
        <translation>تُكتب إجابتك هنا …</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Done, next question</source>
        <translation>تم، السؤال التالي</translation>
    </message>
    <message>
        <source>or press Ctrl+Enter</source>
        <translation>أو عبر Ctrl+Enter</translation>
    </message>
    <message>
        <source>Question {n} of {count}</source>
        <translation>السؤال {n} من {count}</translation>
    </message>
    <message>
        <source>{marks} marks</source>
        <translation>الدرجات: {marks}</translation>
    </message>
    <message>
        <source>One more question</source>
        <translation>سؤال آخر</translation>
    </message>
    <message>
        <source>It is about your answer to question {n}. It has its own time, which is added to the whole, and no marks of its own: people read it beside that answer.</source>
        <translation>يتعلق هذا السؤال بإجابتك عن السؤال {n}. له وقته الخاص الذي يُضاف إلى الوقت الكلي، وليست له درجات خاصة به: يقرؤه أشخاص مع تلك الإجابة.</translation>
    </message>
    <message>
        <source>The time for this question is over. What you had is saved and can be read; go on with another question.</source>
        <translation>انتهى وقت هذا السؤال. ما كتبته محفوظ ويمكن قراءته؛ يُرجى المتابعة بسؤال آخر.</translation>
    </message>
    <message>
        <source>The time for question {n} was over. What you had is saved; this is the next one.</source>
        <translation>انتهى وقت السؤال {n}. ما كان لديك محفوظ؛ هذا هو السؤال التالي.</translation>
    </message>
    <message>
        <source>Done, hand in</source>
        <translation>تم، تسليم</translation>
    </message>
    <message>
        <source>Hand in without reading it</source>
        <translation>التسليم من دون قراءتها</translation>
    </message>
    <message>
        <source>Hand in this answer</source>
        <translation>تسليم هذه الإجابة</translation>
    </message>
    <message>
        <source>Keep it, next question</source>
        <translation>إبقاؤها، السؤال التالي</translation>
    </message>
    <message>
        <source>Look over all, hand in</source>
        <translation>مراجعة الكل ثم التسليم</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>السؤال التالي</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Play my answer</source>
        <translation>تشغيل إجابتي</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>التشغيل من هنا</translation>
    </message>
    <message>
        <source>Plays your answer from the word at the text cursor.</source>
        <translation>يشغّل إجابتك بدءًا من الكلمة التي عند مؤشر النص.</translation>
    </message>
    <message>
        <source>Next unsure word</source>
        <translation>الكلمة التالية غير المؤكدة</translation>
    </message>
    <message>
        <source>Goes to the next underlined word, so that you can play or correct it.</source>
        <translation>ينتقل إلى الكلمة التالية التي تحتها خط، لتتمكن من تشغيلها أو تصحيحها.</translation>
    </message>
    <message>
        <source>What we understood</source>
        <translation>ما فهمناه</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>إيقاف التشغيل</translation>
    </message>
    <message>
        <source>Your answer cannot be played here. It is saved all the same; try another speaker under Devices.</source>
        <translation>لا يمكن تشغيل إجابتك هنا. هي محفوظة على كل حال؛ جرّب مكبر صوت آخر ضمن «الأجهزة».</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>جارٍ تدوين ما قلته …</translation>
    </message>
    <message>
        <source>Your recording is your answer, this text helps whoever reads it. Correct what was misheard; please do not add what you did not say.</source>
        <translation>تسجيلك هو إجابتك، وهذا النص يساعد من يقرؤها. يُرجى تصحيح ما سُمع خطأً، وعدم إضافة ما لم تقله.</translation>
    </message>
    <message>
        <source>1 word is underlined: it was not understood for sure.</source>
        <translation>كلمة واحدة تحتها خط: لم تُفهم على وجه التأكيد.</translation>
    </message>
    <message>
        <source>{n} words are underlined: they were not understood for sure.</source>
        <translation>عدد الكلمات التي تحتها خط: {n}، ولم تُفهم على وجه التأكيد.</translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Run the examples</source>
        <translation>تشغيل الأمثلة</translation>
    </message>
    <message>
        <source>Ctrl+R runs your code on these examples; no score comes of it</source>
        <translation>Ctrl+R يشغّل شيفرتك على هذه الأمثلة؛ ولا تنتج عن ذلك أي درجة</translation>
    </message>
    <message>
        <source>Examples and their results</source>
        <translation>الأمثلة ونتائجها</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>مثال</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>المدخلات</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>The chosen example in full</source>
        <translation>المثال المختار كاملًا</translation>
    </message>
    <message>
        <source>Running … You can go on typing.</source>
        <translation>جارٍ التشغيل … يمكنك مواصلة الكتابة.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>المخرجات</translation>
    </message>
    <message>
        <source>The compiler says</source>
        <translation>رسائل المُصرِّف</translation>
    </message>
    <message>
        <source>{verdict}, {ms} ms</source>
        <translation>{verdict}، {ms} مللي ثانية</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>ناجح</translation>
    </message>
    <message>
        <source>Printed something else</source>
        <translation>المخرجات مختلفة</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>استغرق وقتًا طويلًا جدًا</translation>
    </message>
    <message>
        <source>Used too much memory</source>
        <translation>استهلك ذاكرة أكثر من المسموح</translation>
    </message>
    <message>
        <source>Printed too much</source>
        <translation>مخرجات أكثر من المسموح</translation>
    </message>
    <message>
        <source>Stopped with an error</source>
        <translation>توقف بسبب خطأ</translation>
    </message>
    <message>
        <source>Did not compile</source>
        <translation>لم يُصرَّف</translation>
    </message>
    <message>
        <source>Could not be run here</source>
        <translation>تعذّر التشغيل هنا</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>Selfie</name>
    <message>
        <source>Take the picture</source>
        <translation>التقاط الصورة</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>استخدام هذه الصورة</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>التقاط صورة أخرى</translation>
    </message>
    <message>
        <source>It shows the people who read your interview who took it. Look into the camera, with light on your face.</source>
        <translation>تبيّن الصورة لمن يقرؤون مقابلتك من الذي أجراها. يُرجى النظر إلى الكاميرا مع وجود ضوء على وجهك.</translation>
    </message>
    <message>
        <source>A picture of you</source>
        <translation>صورة لك</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>تخطي هذه الخطوة</translation>
    </message>
    <message>
        <source>The whole screen changes its colour slowly for a few seconds, and your face reflects it. That shows that a person sits here, not a picture. Look at the screen and keep still; no picture of it is kept.</source>
        <translation>تغيّر الشاشة كلها لونها ببطء لبضع ثوانٍ، ويعكس وجهك هذا الضوء. وهذا يبيّن أن شخصًا يجلس هنا، لا صورة. يُرجى النظر إلى الشاشة والثبات؛ لا تُحفظ أي صورة من ذلك.</translation>
    </message>
    <message>
        <source>If changing light can harm you (photosensitivity, migraine), skip this. Skipping is noted as not done and counts as nothing else. Escape stops it at any moment.</source>
        <translation>إذا كان الضوء المتغيّر قد يضرّك (حساسية الضوء، الصداع النصفي)، فيُرجى تخطي هذه الخطوة. يُدوَّن التخطي على أنه «لم يُجرَ» ولا يُحسب شيئًا آخر. ومفتاح Escape يوقفها في أي لحظة.</translation>
    </message>
    <message>
        <source>Light on your face</source>
        <translation>ضوء على وجهك</translation>
    </message>
    <message>
        <source>Looking at the result …</source>
        <translation>جارٍ فحص النتيجة …</translation>
    </message>
    <message>
        <source>The picture is clear.</source>
        <translation>الصورة واضحة.</translation>
    </message>
    <message>
        <source>Sending the picture …</source>
        <translation>جارٍ إرسال الصورة …</translation>
    </message>
    <message>
        <source>If it does not get better, use this one: a person will look at it.</source>
        <translation>إذا لم تتحسن، فيمكنك استخدام هذه: سينظر شخص فيها.</translation>
    </message>
</context>
<context>
    <name>SpokenPanel</name>
    <message>
        <source>Record your answer</source>
        <translation>تسجيل إجابتك</translation>
    </message>
    <message>
        <source>Recording time so far</source>
        <translation>مدة التسجيل حتى الآن</translation>
    </message>
    <message>
        <source>You can pause while you speak. What you say is saved as you speak, also when the connection fails or the computer stops.</source>
        <translation>يمكنك التوقف قليلًا أثناء الكلام. ما تقوله يُحفظ أثناء كلامك، حتى إذا انقطع الاتصال أو توقف الحاسوب.</translation>
    </message>
    <message>
        <source>Finished, or still thinking? Take your time: the recording goes on.</source>
        <translation>هل انتهيت، أم ما زلت تفكر؟ لا داعي للعجلة: التسجيل مستمر.</translation>
    </message>
    <message>
        <source>I am finished</source>
        <translation>انتهيت</translation>
    </message>
    <message>
        <source>Still thinking</source>
        <translation>ما زلت أفكر</translation>
    </message>
    <message>
        <source>So far: {text}</source>
        <translation>حتى الآن: {text}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>إعادة التسجيل</translation>
    </message>
    <message>
        <source>Press Record and speak. Take a moment to think first.</source>
        <translation>يُرجى الضغط على «تسجيل» ثم الكلام. ولا بأس بلحظة للتفكير أولًا.</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>جارٍ فتح الميكروفون …</translation>
    </message>
    <message>
        <source>Recording, attempt {n}: speak now.</source>
        <translation>جارٍ التسجيل، المحاولة {n}: يمكنك الكلام الآن.</translation>
    </message>
    <message>
        <source>Saving what you said …</source>
        <translation>جارٍ حفظ ما قلته …</translation>
    </message>
    <message>
        <source>Your answer is saved (attempt {n}).</source>
        <translation>إجابتك محفوظة (المحاولة {n}).</translation>
    </message>
    <message>
        <source> You may record it again: every attempt is kept, the last one counts.</source>
        <translation> يمكنك تسجيلها مرة أخرى: تُحفظ كل المحاولات، وتُحتسب الأخيرة.</translation>
    </message>
    <message>
        <source>Attempt {n} · {length} · saved</source>
        <translation>المحاولة {n} · {length} · محفوظة</translation>
    </message>
    <message>
        <source>Attempt {n} · saved</source>
        <translation>المحاولة {n} · محفوظة</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Look at the point</source>
        <translation>يُرجى النظر إلى النقطة</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>تخطٍّ (Esc)</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} من {count}</translation>
    </message>
    <message>
        <source>Working out the result …</source>
        <translation>جارٍ حساب النتيجة …</translation>
    </message>
</context>
<context>
    <name>TextAnswer</name>
    <message>
        <source>Saving …</source>
        <translation>جارٍ الحفظ …</translation>
    </message>
    <message>
        <source>Saved on this computer.</source>
        <translation>محفوظ على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Your answer is saved as you type.</source>
        <translation>تُحفظ إجابتك أثناء الكتابة.</translation>
    </message>
    <message>
        <source>Text from other programs cannot be pasted in this interview. Please type it; what you copy inside this window can be pasted.</source>
        <translation>لا يمكن لصق نص من برامج أخرى في هذه المقابلة. يُرجى كتابته؛ أما ما تنسخه داخل هذه النافذة فيمكن لصقه.</translation>
    </message>
    <message>
        <source>You pasted text from another program. That is allowed here, and it is noted with your answer.</source>
        <translation>لصقت نصًا من برنامج آخر. هذا مسموح هنا، ويُدوَّن مع إجابتك.</translation>
    </message>
    <message>
        <source>An answer can have {n} characters. What is beyond them is shown here and is not saved.</source>
        <translation>الحد الأقصى لعدد أحرف الإجابة: {n}. ما زاد عليه يظهر هنا ولا يُحفظ.</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>كلمة واحدة</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>الكلمات: {n}</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>{left} left for this question</source>
        <translation>بقي {left} لهذا السؤال</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>بقي {left} في المجموع</translation>
    </message>
    <message>
        <source>Last minute of the interview. What you have is handed in when it ends.</source>
        <translation>الدقيقة الأخيرة من المقابلة. يُسلَّم ما لديك عند انتهائها.</translation>
    </message>
    <message>
        <source>Less than {n} minutes left in all.</source>
        <translation>بقي أقل من {n} دقيقة في المجموع.</translation>
    </message>
    <message>
        <source>Last minute for this question. What you have is saved when it ends.</source>
        <translation>الدقيقة الأخيرة لهذا السؤال. يُحفظ ما لديك عند انتهائها.</translation>
    </message>
    <message>
        <source>Less than {n} minutes left for this question.</source>
        <translation>بقي أقل من {n} دقيقة لهذا السؤال.</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Transcript of your answer</source>
        <translation>النص المكتوب لإجابتك</translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>{passed} of {total} passed.</source>
        <translation>نجح {passed} من {total}.</translation>
    </message>
    <message>
        <source>The code does not compile; what the compiler says is below.</source>
        <translation>تعذّر تصريف الشيفرة؛ رسائل المُصرِّف في الأسفل.</translation>
    </message>
    <message>
        <source>The examples could not be run just now. That says nothing about your code.</source>
        <translation>تعذّر تشغيل الأمثلة الآن. وهذا لا يدل على شيء بشأن شيفرتك.</translation>
    </message>
    <message>
        <source>The last run has not ended yet. Try again in a moment.</source>
        <translation>لم ينتهِ التشغيل السابق بعد. يُرجى المحاولة مرة أخرى بعد لحظة.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>تم الإيقاف.</translation>
    </message>
    <message>
        <source>There is no connection, so nothing can be run now. Your code is saved here; go on writing, and try again later.</source>
        <translation>لا يوجد اتصال، لذلك لا يمكن تشغيل شيء الآن. شيفرتك محفوظة هنا؛ يُرجى مواصلة الكتابة والمحاولة مرة أخرى لاحقًا.</translation>
    </message>
    <message>
        <source>This organisation does not run code during the interview. Your code is saved and is looked at all the same.</source>
        <translation>لا تشغّل هذه المؤسسة الشيفرة أثناء المقابلة. شيفرتك محفوظة، وسيُنظر فيها على أي حال.</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Record</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Read this aloud</source>
        <translation>يُرجى قراءة هذا بصوت عالٍ</translation>
    </message>
    <message>
        <source>“The morning train was late, so we walked along the river and counted seven small boats.”</source>
        <translation>«تأخّر قطار الصباح، فمشينا بمحاذاة النهر وعددنا سبعة قوارب صغيرة.»</translation>
    </message>
    <message>
        <source>Start the interview</source>
        <translation>بدء المقابلة</translation>
    </message>
    <message>
        <source>When you are ready</source>
        <translation>متى ما كان لديك استعداد</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>صوتك</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>كل شيء جاهز للبدء</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>إعادة التسجيل</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Press Record, read the sentence, press Stop.</source>
        <translation>يُرجى الضغط على «تسجيل»، ثم قراءة الجملة، ثم الضغط على «إيقاف».</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>جارٍ فتح الميكروفون …</translation>
    </message>
    <message>
        <source>Recording: read the sentence now.</source>
        <translation>جارٍ التسجيل: يُرجى قراءة الجملة الآن.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>جارٍ الحفظ …</translation>
    </message>
    <message>
        <source>{count} questions, {length} in all. The clock starts when you press the button and does not stop. Each question has its own time as well. You may look at your keyboard and think with your eyes closed.</source>
        <translation>عدد الأسئلة: {count}، والمدة الإجمالية: {length}. تبدأ الساعة عند الضغط على الزر ولا تتوقف. ولكل سؤال وقته الخاص أيضًا. يمكنك النظر إلى لوحة المفاتيح والتفكير بعينين مغمضتين.</translation>
    </message>
    <message>
        <source>Opening the questions …</source>
        <translation>جارٍ فتح الأسئلة …</translation>
    </message>
    <message>
        <source>The sample is saved.</source>
        <translation>العينة محفوظة.</translation>
    </message>
    <message>
        <source>The sample is saved, but it cannot be used to recognise your voice: {note} You can record again, or go on without.</source>
        <translation>العينة محفوظة، لكن لا يمكن استخدامها للتعرف على صوتك: {note} يمكنك التسجيل مرة أخرى أو المتابعة من دونها.</translation>
    </message>
</context>
<context>
    <name>VoiceControls</name>
    <message>
        <source>Read aloud again</source>
        <translation>إعادة القراءة بصوت عالٍ</translation>
    </message>
    <message>
        <source>Or press R while you are not typing.</source>
        <translation>أو بمفتاح R عندما لا تكتب.</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>أبطأ</translation>
    </message>
    <message>
        <source>Volume of the voice, in percent</source>
        <translation>مستوى الصوت المقروء، بالنسبة المئوية</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock stands still.</source>
        <translation>تجري القراءة بصوت عالٍ. ساعتك متوقفة.</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock runs.</source>
        <translation>تجري القراءة بصوت عالٍ. ساعتك مستمرة.</translation>
    </message>
    <message>
        <source>The system&apos;s own voice takes another volume from the next text on.</source>
        <translation>يأخذ صوت النظام نفسه المستوى الجديد ابتداءً من النص التالي.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Go on with this interview</source>
        <translation>متابعة هذه المقابلة</translation>
    </message>
    <message>
        <source>You began to prepare for it here. Its clock has not started yet.</source>
        <translation>بدأت التحضير لها هنا. لم تبدأ ساعتها بعد.</translation>
    </message>
    <message>
        <source>Invite link or code</source>
        <translation>رابط الدعوة أو رمزها</translation>
    </message>
    <message>
        <source>Language of this app</source>
        <translation>لغة هذا التطبيق</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Check the invite</source>
        <translation>التحقق من الدعوة</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>تدرّب أولًا</translation>
    </message>
    <message>
        <source>Three short questions without an invite; nothing is sent or kept</source>
        <translation>ثلاثة أسئلة قصيرة بدون دعوة، ولا يُرسل شيء ولا يُحتفظ به</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>افحص هذا الحاسوب</translation>
    </message>
    <message>
        <source>Camera, light, microphone, network and more, with what to do</source>
        <translation>الكاميرا والإضاءة والميكروفون والشبكة وغيرها، مع ما ينبغي فعله</translation>
    </message>
    <message>
        <source>Days before your interview</source>
        <translation>قبل مقابلتك بأيام</translation>
    </message>
    <message>
        <source>Practise with three short questions: it needs no invite and no network, and nothing of it is sent or kept. Or see whether this computer is ready.</source>
        <translation>تدرّب بثلاثة أسئلة قصيرة: لا حاجة إلى دعوة ولا إلى شبكة، ولا يُرسل منها شيء ولا يُحتفظ به. أو تحقّق مما إذا كان هذا الحاسوب جاهزًا.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>مرحبًا بك</translation>
    </message>
    <message>
        <source>This app takes you through your interview: first a short check of camera and microphone, then the questions. Have the link from your invitation ready.</source>
        <translation>يقودك هذا التطبيق خلال مقابلتك: أولًا فحص قصير للكاميرا والميكروفون، ثم الأسئلة. يُرجى تجهيز الرابط الوارد في دعوتك.</translation>
    </message>
    <message>
        <source>Unfinished: {title}</source>
        <translation>غير مكتملة: {title}</translation>
    </message>
    <message>
        <source>{name}, this is your interview with {organisation}</source>
        <translation>{name}، هذه مقابلتك مع {organisation}</translation>
    </message>
    <message>
        <source>{title}: {count} questions in {length}</source>
        <translation>{title}: عدد الأسئلة {count}، والمدة {length}</translation>
    </message>
    <message>
        <source>Open until {until}. The clock starts later, when you say so.</source>
        <translation>متاحة حتى {until}. تبدأ الساعة لاحقًا، عندما تقرر ذلك.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>جارٍ سؤال الخادم …</translation>
    </message>
    <message>
        <source>Opening the interview …</source>
        <translation>جارٍ فتح المقابلة …</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another one.</source>
        <translation>لا تصل أي صورة من الكاميرا. يُرجى توصيلها من جديد، أو إغلاق البرامج الأخرى التي تستخدمها، أو اختيار كاميرا أخرى.</translation>
    </message>
    <message>
        <source>Watched and sent</source>
        <translation>المراقبة والإرسال</translation>
    </message>
    <message>
        <source>Shows what is watched now and what has left this computer (F2)</source>
        <translation>يعرض ما يُراقَب الآن وما غادر هذا الحاسوب (F2)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>توضيح</translation>
    </message>
    <message>
        <source>Says something about a moment, for whoever reviews it (F6)</source>
        <translation>يذكر شيئًا عن لحظة ما، لمن يراجعها (F6)</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Switches camera, microphone or speaker; the clock goes on</source>
        <translation>يبدّل الكاميرا أو الميكروفون أو مكبر الصوت؛ وتستمر الساعة</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>أحتاج إلى مساعدة</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>رسالة أو استراحة أو شخص؛ لا يُنهي الطلب أي شيء (F1)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
    <message>
        <source>Closes the app after asking; your answers stay saved</source>
        <translation>يغلق التطبيق بعد طلب التأكيد؛ تبقى إجاباتك محفوظة</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>النص والتباين</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Line numbers</source>
        <translation>أرقام الأسطر</translation>
    </message>
</context>
<context>
    <name>preflight</name>
    <message>
        <source>Choose a larger picture in the camera&apos;s settings, or another camera.</source>
        <translation>اختر صورة أكبر في إعدادات الكاميرا، أو كاميرا أخرى.</translation>
    </message>
    <message>
        <source>Close other programs and plug in the power supply.</source>
        <translation>أغلق البرامج الأخرى ووصّل الشاحن.</translation>
    </message>
    <message>
        <source>Close other programs that use it, open its cover, or plug it in again.</source>
        <translation>أغلق البرامج الأخرى التي تستخدمها، أو افتح غطاءها، أو أعد توصيلها.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or plug it in again.</source>
        <translation>أغلق البرامج الأخرى التي تستخدمه، أو أعد توصيله.</translation>
    </message>
    <message>
        <source>Close other programs, plug in the power supply, or use another computer.</source>
        <translation>أغلق البرامج الأخرى، أو وصّل الشاحن، أو استخدم حاسوبًا آخر.</translation>
    </message>
    <message>
        <source>Close programs for screen sharing and remote control before an interview.</source>
        <translation>أغلق برامج مشاركة الشاشة والتحكم عن بُعد قبل المقابلة.</translation>
    </message>
    <message>
        <source>Close them before the interview.</source>
        <translation>أغلقها قبل المقابلة.</translation>
    </message>
    <message>
        <source>Connect to a network, sign in to it where it asks for that, and let this app through the firewall (HTTPS to the server&apos;s address).</source>
        <translation>اتصل بشبكة، وسجّل الدخول إليها حيث تطلب ذلك، واسمح لهذا التطبيق بالمرور عبر الجدار الناري (HTTPS إلى عنوان الخادم).</translation>
    </message>
    <message>
        <source>Free 3 GB, then try again.</source>
        <translation>أفرغ 3 غيغابايت ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Free 3 GB.</source>
        <translation>أفرغ 3 غيغابايت.</translation>
    </message>
    <message>
        <source>Give this person the right to write to the app&apos;s data folder.</source>
        <translation>امنح هذا الشخص حق الكتابة في مجلد بيانات التطبيق.</translation>
    </message>
    <message>
        <source>It is enough now, but a system update could use it up.</source>
        <translation>يكفي الآن، لكن تحديثًا للنظام قد يستهلكه.</translation>
    </message>
    <message>
        <source>It is too bright to see a face.</source>
        <translation>الإضاءة أشد من أن يُرى وجه.</translation>
    </message>
    <message>
        <source>It is too dark to see a face.</source>
        <translation>الظلام أشد من أن يُرى وجه.</translation>
    </message>
    <message>
        <source>Move closer to the router or use a cable.</source>
        <translation>اقترب من الموجّه أو استخدم كابلًا.</translation>
    </message>
    <message>
        <source>Name the server, or set the clock by itself.</source>
        <translation>حدّد الخادم، أو اضبط الساعة تلقائيًا.</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>لا توجد كاميرا</translation>
    </message>
    <message>
        <source>No camera is connected, or the system hides it from this app.</source>
        <translation>لا توجد كاميرا متصلة، أو أن النظام يخفيها عن هذا التطبيق.</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>لا توجد سماعة</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>لا يوجد ميكروفون</translation>
    </message>
    <message>
        <source>No microphone is connected, or the system hides it from this app.</source>
        <translation>لا يوجد ميكروفون متصل، أو أن النظام يخفيه عن هذا التطبيق.</translation>
    </message>
    <message>
        <source>Add one in the settings under Time &amp; language, Speech. Questions are always shown as text too.</source>
        <translation>أضف صوتًا من الإعدادات ضمن «الوقت واللغة»، «الكلام». تُعرض الأسئلة دائمًا كنص أيضًا.</translation>
    </message>
    <message>
        <source>Add one in the system settings under Accessibility, Spoken Content. Questions are always shown as text too.</source>
        <translation>أضف صوتًا من إعدادات النظام ضمن «تسهيلات الاستخدام»، «المحتوى المنطوق». تُعرض الأسئلة دائمًا كنص أيضًا.</translation>
    </message>
    <message>
        <source>Install espeak-ng. Questions are always shown as text too.</source>
        <translation>ثبّت espeak-ng. تُعرض الأسئلة دائمًا كنص أيضًا.</translation>
    </message>
    <message>
        <source>No program of the app&apos;s own list runs. An interview may name more: they are looked for once its invitation is opened.</source>
        <translation>لا يعمل أي برنامج من قائمة التطبيق نفسه. قد تسمّي المقابلة برامج أخرى: يُبحث عنها حالما تُفتح دعوتها.</translation>
    </message>
    <message>
        <source>No server is named here.</source>
        <translation>لم يُحدَّد خادم هنا.</translation>
    </message>
    <message>
        <source>Nothing can be heard on this computer.</source>
        <translation>لا يمكن سماع شيء على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Paste the link from the invitation, or name the server.</source>
        <translation>الصق الرابط من الدعوة، أو حدّد الخادم.</translation>
    </message>
    <message>
        <source>Plug in a loudspeaker or a headset. Questions are always shown as text too.</source>
        <translation>وصّل مكبر صوت أو سماعة رأس. تُعرض الأسئلة دائمًا كنص أيضًا.</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the camera in the privacy settings.</source>
        <translation>وصّل كاميرا، أو اسمح لهذا التطبيق باستخدام الكاميرا في إعدادات الخصوصية.</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the microphone in the privacy settings.</source>
        <translation>وصّل ميكروفونًا، أو اسمح لهذا التطبيق باستخدام الميكروفون في إعدادات الخصوصية.</translation>
    </message>
    <message>
        <source>Questions are shown as text; nothing else is needed.</source>
        <translation>تُعرض الأسئلة كنص، ولا حاجة إلى شيء آخر.</translation>
    </message>
    <message>
        <source>See the line about models.</source>
        <translation>انظر السطر الخاص بالنماذج.</translation>
    </message>
    <message>
        <source>See the line about the camera.</source>
        <translation>انظر السطر الخاص بالكاميرا.</translation>
    </message>
    <message>
        <source>Switch on a lamp in front of you.</source>
        <translation>أضئ مصباحًا أمامك.</translation>
    </message>
    <message>
        <source>Switch on setting date and time by network in the system&apos;s settings.</source>
        <translation>فعّل ضبط التاريخ والوقت عبر الشبكة في إعدادات النظام.</translation>
    </message>
    <message>
        <source>Take its mute switch off and raise its level in the sound settings.</source>
        <translation>ألغِ كتم الصوت وارفع مستواه في إعدادات الصوت.</translation>
    </message>
    <message>
        <source>The app may not write where it keeps interviews.</source>
        <translation>لا يُسمح للتطبيق بالكتابة حيث يحفظ المقابلات.</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>الكاميرا لا تعطي صورة.</translation>
    </message>
    <message>
        <source>The connection is slow; an interview works, and pages take a while.</source>
        <translation>الاتصال بطيء؛ المقابلة تعمل، لكن الصفحات تستغرق وقتًا.</translation>
    </message>
    <message>
        <source>The connection is very slow.</source>
        <translation>الاتصال بطيء جدًا.</translation>
    </message>
    <message>
        <source>The disk is almost full.</source>
        <translation>القرص ممتلئ تقريبًا.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened.</source>
        <translation>يتعذر فتح الميكروفون.</translation>
    </message>
    <message>
        <source>The microphone delivers silence.</source>
        <translation>الميكروفون لا ينقل سوى الصمت.</translation>
    </message>
    <message>
        <source>The picture is small; faces at a distance are hard to see.</source>
        <translation>الصورة صغيرة، وتصعب رؤية الوجوه من بُعد.</translation>
    </message>
    <message>
        <source>The running programs cannot be listed here.</source>
        <translation>يتعذر عرض البرامج الجارية هنا.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>يتعذر الوصول إلى الخادم.</translation>
    </message>
    <message>
        <source>The watch could not be tried.</source>
        <translation>تعذرت تجربة المراقبة.</translation>
    </message>
    <message>
        <source>The watch works at a lower rate, and the record says so.</source>
        <translation>تعمل المراقبة بوتيرة أقل، ويُذكر ذلك في السجل.</translation>
    </message>
    <message>
        <source>There is no voice here that reads questions aloud.</source>
        <translation>لا يوجد هنا صوت يقرأ الأسئلة.</translation>
    </message>
    <message>
        <source>There was no picture to look at.</source>
        <translation>لم تكن هناك صورة للنظر إليها.</translation>
    </message>
    <message>
        <source>There was no server to compare with.</source>
        <translation>لم يكن هناك خادم للمقارنة به.</translation>
    </message>
    <message>
        <source>These programs can share, record or control the screen, or help with answers.</source>
        <translation>يمكن لهذه البرامج مشاركة الشاشة أو تسجيلها أو التحكم بها، أو المساعدة في الإجابات.</translation>
    </message>
    <message>
        <source>This computer is too slow or too busy for the watch.</source>
        <translation>هذا الحاسوب أبطأ أو أكثر انشغالًا من أن يشغّل المراقبة.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong.</source>
        <translation>ساعة هذا الحاسوب غير صحيحة.</translation>
    </message>
    <message>
        <source>Turn away from the window or lamp.</source>
        <translation>ابتعد عن مواجهة النافذة أو المصباح.</translation>
    </message>
    <message>
        <source>Use a cable, and end downloads and calls on this network.</source>
        <translation>استخدم كابلًا، وأنهِ التنزيلات والمكالمات على هذه الشبكة.</translation>
    </message>
    <message>
        <source>Whether this computer has a voice for reading aloud cannot be told.</source>
        <translation>لا يمكن معرفة ما إذا كان لهذا الحاسوب صوت للقراءة.</translation>
    </message>
    <message>
        <source>Windows has no voice here that reads questions aloud.</source>
        <translation>ليس في Windows هنا صوت يقرأ الأسئلة.</translation>
    </message>
    <message>
        <source>macOS has no voice here that reads questions aloud.</source>
        <translation>ليس في macOS هنا صوت يقرأ الأسئلة.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>A part of the server is down.</source>
        <translation>جزء من الخادم متوقف.</translation>
    </message>
    <message>
        <source>A person will listen to the recording.</source>
        <translation>سيستمع شخص إلى التسجيل.</translation>
    </message>
    <message>
        <source>Answers and events still go.</source>
        <translation>ما زال إرسال الإجابات والأحداث يعمل.</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new link.</source>
        <translation>يُرجى طلب رابط جديد من الشخص الذي دعاك.</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new time.</source>
        <translation>يُرجى طلب موعد جديد من الشخص الذي دعاك.</translation>
    </message>
    <message>
        <source>Ask your administrator to update the server, or install the version in your invitation.</source>
        <translation>يُرجى الطلب من مسؤول النظام تحديث الخادم، أو تثبيت الإصدار المذكور في دعوتك.</translation>
    </message>
    <message>
        <source>Check that you copied the whole link, or ask the sender for a new one.</source>
        <translation>يُرجى التأكد من نسخ الرابط كاملًا، أو طلب رابط جديد من المُرسِل.</translation>
    </message>
    <message>
        <source>Check the address, or sign in as its owner.</source>
        <translation>يُرجى التحقق من العنوان، أو تسجيل الدخول بحساب مالكه.</translation>
    </message>
    <message>
        <source>Code cannot be tried here.</source>
        <translation>لا يمكن تجربة الشيفرة هنا.</translation>
    </message>
    <message>
        <source>Come back at the time named in your invitation; the link stays valid.</source>
        <translation>يُرجى العودة في الموعد المذكور في دعوتك؛ يظل الرابط صالحًا.</translation>
    </message>
    <message>
        <source>Go on there, or close it there and wait a minute.</source>
        <translation>يُرجى المتابعة هناك، أو إغلاقها هناك والانتظار دقيقة.</translation>
    </message>
    <message>
        <source>If that was not you, tell the person who invited you.</source>
        <translation>إن لم يكن ذلك منك، فيُرجى إبلاغ الشخص الذي دعاك.</translation>
    </message>
    <message>
        <source>Install the current version from the link in your invitation.</source>
        <translation>يُرجى تثبيت الإصدار الحالي من الرابط الوارد في دعوتك.</translation>
    </message>
    <message>
        <source>Interviews that run go on; come back for anything new when Retry-After is over.</source>
        <translation>تستمر المقابلات الجارية؛ ولأي شيء جديد، يُرجى العودة بعد انقضاء Retry-After.</translation>
    </message>
    <message>
        <source>It is too early for this interview.</source>
        <translation>لم يحن موعد هذه المقابلة بعد.</translation>
    </message>
    <message>
        <source>Its receipts are still there.</source>
        <translation>ما زالت إيصالاتها موجودة.</translation>
    </message>
    <message>
        <source>Later revisions are kept and marked late.</source>
        <translation>تُحفظ التعديلات اللاحقة وتوسم بأنها متأخرة.</translation>
    </message>
    <message>
        <source>Read it once more and start again; nothing was lost.</source>
        <translation>يُرجى قراءته مرة أخرى والبدء من جديد؛ لم يضِع شيء.</translation>
    </message>
    <message>
        <source>Reload it.</source>
        <translation>يُرجى إعادة التحميل.</translation>
    </message>
    <message>
        <source>Restart the app; your work is kept.</source>
        <translation>أعد تشغيل التطبيق؛ عملك محفوظ.</translation>
    </message>
    <message>
        <source>Send requests elsewhere until it is up; the parts are named.</source>
        <translation>يُرجى إرسال الطلبات إلى مكان آخر حتى يعود للعمل؛ الأجزاء مذكورة بأسمائها.</translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation>سجّل الدخول وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Something broke on our side.</source>
        <translation>حدث عطل من جانبنا.</translation>
    </message>
    <message>
        <source>Speech is not available here.</source>
        <translation>خدمة الكلام غير متاحة هنا.</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>يُرجى بدؤها أولًا.</translation>
    </message>
    <message>
        <source>Tell the administrator; both versions are kept.</source>
        <translation>أبلغ المسؤول؛ النسختان محفوظتان.</translation>
    </message>
    <message>
        <source>The interview does not stand where this is possible.</source>
        <translation>المقابلة ليست في مرحلة تسمح بذلك.</translation>
    </message>
    <message>
        <source>The interview has not been started.</source>
        <translation>لم تبدأ المقابلة بعد.</translation>
    </message>
    <message>
        <source>The interview is over.</source>
        <translation>انتهت المقابلة.</translation>
    </message>
    <message>
        <source>The record differs from what the server holds.</source>
        <translation>يختلف السجل عمّا لدى الخادم.</translation>
    </message>
    <message>
        <source>The server has no room for evidence.</source>
        <translation>لا توجد مساحة على الخادم لحفظ الأدلة.</translation>
    </message>
    <message>
        <source>The server is being maintained.</source>
        <translation>الخادم قيد الصيانة.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>الخادم مشغول.</translation>
    </message>
    <message>
        <source>The signature does not fit.</source>
        <translation>التوقيع غير مطابق.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>لا يوجد شيء هنا.</translation>
    </message>
    <message>
        <source>This interview is open on another computer.</source>
        <translation>هذه المقابلة مفتوحة على حاسوب آخر.</translation>
    </message>
    <message>
        <source>This interview was already handed in.</source>
        <translation>سبق تسليم هذه المقابلة.</translation>
    </message>
    <message>
        <source>This invite has run out.</source>
        <translation>انتهت صلاحية هذه الدعوة.</translation>
    </message>
    <message>
        <source>This invite is not known here.</source>
        <translation>هذه الدعوة غير معروفة هنا.</translation>
    </message>
    <message>
        <source>This invite was withdrawn.</source>
        <translation>سُحبت هذه الدعوة.</translation>
    </message>
    <message>
        <source>This version of Invigil is newer than the server.</source>
        <translation>هذا الإصدار من Invigil أحدث من الخادم.</translation>
    </message>
    <message>
        <source>This version of Invigil is too old for the interview.</source>
        <translation>هذا الإصدار من Invigil أقدم من أن يصلح لهذه المقابلة.</translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation>عدد الطلبات كبير جدًا.</translation>
    </message>
    <message>
        <source>Try again shortly; nothing was lost.</source>
        <translation>يُرجى المحاولة مرة أخرى بعد قليل؛ لم يضِع شيء.</translation>
    </message>
    <message>
        <source>Try again; quote the request id.</source>
        <translation>يُرجى المحاولة مرة أخرى؛ مع ذكر معرّف الطلب.</translation>
    </message>
    <message>
        <source>Wait as long as Retry-After says.</source>
        <translation>يُرجى الانتظار المدة المذكورة في Retry-After.</translation>
    </message>
    <message>
        <source>What belonged to this interview was erased.</source>
        <translation>مُسح كل ما يخص هذه المقابلة.</translation>
    </message>
    <message>
        <source>What was agreed for this interview has changed since you opened it.</source>
        <translation>تغيّر ما اتُّفق عليه لهذه المقابلة منذ أن فتحتها.</translation>
    </message>
    <message>
        <source>Write on; your answer is kept, and it is looked at all the same.</source>
        <translation>يُرجى مواصلة الكتابة؛ إجابتك محفوظة، وسيُنظر فيها على أي حال.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>لم تسجّل الدخول.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A code alone does not say which server to ask. Paste the whole link from your invitation instead.</source>
        <translation>الرمز وحده لا يدل على الخادم المطلوب. الصق بدلًا منه الرابط الكامل من دعوتك.</translation>
    </message>
    <message>
        <source>A recording could not be saved on this computer ({detail}).</source>
        <translation>تعذّر حفظ تسجيل على هذا الحاسوب ({detail}).</translation>
    </message>
    <message>
        <source>Another model compares faces where there is one.</source>
        <translation>يقارن الوجوهَ نموذجٌ آخر إن وُجد.</translation>
    </message>
    <message>
        <source>Faces, head pose and gaze are not watched, and the report says so.</source>
        <translation>لا تُراقَب الوجوه ولا وضع الرأس ولا النظر، ويذكر التقرير ذلك.</translation>
    </message>
    <message>
        <source>Head and eyes were seen clearly at {n} points only.</source>
        <translation>لم يُرَ الرأس والعينان بوضوح إلا عند {n} من النقاط.</translation>
    </message>
    <message>
        <source>Invigil may not write to {folder} ({detail}). Ask who set up this computer.</source>
        <translation>لا يُسمح لـ Invigil بالكتابة في {folder} ({detail}). اسأل من أعدّ هذا الحاسوب.</translation>
    </message>
    <message>
        <source>It could not be tried ({kind}).</source>
        <translation>تعذّرت التجربة ({kind}).</translation>
    </message>
    <message>
        <source>It does not compile.</source>
        <translation>لا تُجمَّع الشيفرة.</translation>
    </message>
    <message>
        <source>It seems to hold more than one voice. Read it again while nobody else speaks.</source>
        <translation>يبدو أن فيها أكثر من صوت. اقرأها مرة أخرى حين لا يتكلم أحد غيرك.</translation>
    </message>
    <message>
        <source>It took longer than {seconds} s.</source>
        <translation>استغرق ذلك أكثر من {seconds} ثانية.</translation>
    </message>
    <message>
        <source>It was compiled. This question has no examples to run.</source>
        <translation>جُمّعت الشيفرة. ليس لهذا السؤال أمثلة لتشغيلها.</translation>
    </message>
    <message>
        <source>It was too loud for the microphone. Lower its level and read the sentence again.</source>
        <translation>كان الصوت أعلى مما يحتمله الميكروفون. اخفض مستواه واقرأ الجملة مرة أخرى.</translation>
    </message>
    <message>
        <source>No loudspeaker or headphones can be used. Please read along.</source>
        <translation>لا يمكن استخدام أي مكبر صوت أو سماعات رأس. يُرجى القراءة.</translation>
    </message>
    <message>
        <source>No microphone can be opened. Plug one in, close other programs that use it, allow Invigil to use it in the system&apos;s privacy settings, and try again.</source>
        <translation>لا يمكن فتح أي ميكروفون. صِل ميكروفونًا، وأغلق البرامج الأخرى التي تستخدمه، واسمح لـ Invigil باستخدامه في إعدادات الخصوصية للنظام، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>No microphone is in use. Plug one in, choose it under Devices, and record.</source>
        <translation>لا يُستخدم أي ميكروفون. صِل ميكروفونًا واختره من «الأجهزة» ثم سجّل.</translation>
    </message>
    <message>
        <source>No speech model is installed on this computer: a person will listen to your recording.</source>
        <translation>لا يوجد نموذج لتمييز الكلام على هذا الحاسوب: سيستمع شخص إلى تسجيلك.</translation>
    </message>
    <message>
        <source>No speech was heard in this recording. You can play it, or record it again.</source>
        <translation>لم يُسمع كلام في هذا التسجيل. يمكنك تشغيله أو تسجيله من جديد.</translation>
    </message>
    <message>
        <source>Nobody is compared with the selfie, and the report says so.</source>
        <translation>لا يُقارَن أحد بالصورة الشخصية، ويذكر التقرير ذلك.</translation>
    </message>
    <message>
        <source>Nobody is said to be another speaker, and a second voice is only hinted at by a measure without weights.</source>
        <translation>لا يُقال عن أحد إنه متكلم آخر، ولا يُشار إلى صوت ثانٍ إلا بمقياس بلا نموذج مدرَّب.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the microphone under Devices and try again.</source>
        <translation>لم يُسجَّل شيء. تحقق من الميكروفون في «الأجهزة» وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Only the signs of life in the landmarks tell a picture from a person.</source>
        <translation>لا يميّز الصورةَ من الشخص إلا علامات الحياة في معالم الوجه.</translation>
    </message>
    <message>
        <source>Paste the link from your invitation here.</source>
        <translation>الصق هنا الرابط من دعوتك.</translation>
    </message>
    <message>
        <source>People in the background are not watched, only a second face near the camera.</source>
        <translation>لا يُراقَب الأشخاص في الخلفية، بل وجه ثانٍ قرب الكاميرا فقط.</translation>
    </message>
    <message>
        <source>Phones, books and further screens are not watched, and the report says so.</source>
        <translation>لا تُراقَب الهواتف والكتب والشاشات الأخرى، ويذكر التقرير ذلك.</translation>
    </message>
    <message>
        <source>Running: {names}</source>
        <translation>قيد التشغيل: {names}</translation>
    </message>
    <message>
        <source>Sound does not work on this computer because PortAudio is missing. Install the package libportaudio2 and start Invigil again.</source>
        <translation>لا يعمل الصوت على هذا الحاسوب لأن PortAudio غير موجود. ثبّت الحزمة libportaudio2 وشغّل Invigil من جديد.</translation>
    </message>
    <message>
        <source>Spoken answers are not transcribed, a person listens to them.</source>
        <translation>لا تُفرَّغ الإجابات المنطوقة كتابةً، بل يستمع إليها شخص.</translation>
    </message>
    <message>
        <source>The answer did not come from an Invigil server. If this network asks you to sign in first, open a web page, sign in there, and try again.</source>
        <translation>لم يأتِ الرد من خادم Invigil. إذا كانت هذه الشبكة تطلب تسجيل الدخول أولًا، فافتح صفحة ويب وسجّل الدخول فيها ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The app was restarted before the transcript was made; a person listens.</source>
        <translation>أُعيد تشغيل التطبيق قبل إعداد النص؛ سيستمع شخص إليه.</translation>
    </message>
    <message>
        <source>The camera gave no picture. Check it under Devices and take another.</source>
        <translation>لم تعطِ الكاميرا صورة. تحقق منها في «الأجهزة» والتقط صورة أخرى.</translation>
    </message>
    <message>
        <source>The camera stopped in the middle.</source>
        <translation>توقفت الكاميرا في المنتصف.</translation>
    </message>
    <message>
        <source>The disk of this computer is full, so the last step could not be saved. Free some space; everything before it is safe, and you can go on from here.</source>
        <translation>قرص هذا الحاسوب ممتلئ، فتعذّر حفظ الخطوة الأخيرة. أفرغ بعض المساحة؛ كل ما قبلها محفوظ، ويمكنك المتابعة من هنا.</translation>
    </message>
    <message>
        <source>The end of this link is missing. Copy the whole link from your invitation, up to its last character.</source>
        <translation>نهاية هذا الرابط ناقصة. انسخ الرابط كاملًا من دعوتك حتى آخر حرف.</translation>
    </message>
    <message>
        <source>The file could not be written ({detail}). Choose another folder.</source>
        <translation>تعذّرت كتابة الملف ({detail}). اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>The gaze was {degrees} degrees off on average; more than {limit} is no use.</source>
        <translation>انحرف النظر بمعدل {degrees} درجة؛ وما زاد على {limit} لا يفيد.</translation>
    </message>
    <message>
        <source>The interview could not be saved on this computer ({detail}). Check that the disk is there and that you may write to {folder}, then try again.</source>
        <translation>تعذّر حفظ المقابلة على هذا الحاسوب ({detail}). تحقق من وجود القرص ومن أنه يُسمح لك بالكتابة في {folder}، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The interview saved on this computer is damaged. Nothing was deleted: its files are kept in {folder}. Open your invitation link again to go on from what the server already holds, and tell the person who invited you.</source>
        <translation>المقابلة المحفوظة على هذا الحاسوب تالفة. لم يُحذف شيء: ملفاتها محفوظة في {folder}. افتح رابط دعوتك من جديد للمتابعة مما لدى الخادم، وأبلغ من دعاك.</translation>
    </message>
    <message>
        <source>The key of this interview is in the key store of this computer, which does not give it now. Unlock the key store, as signing in to this computer does, and try again. Everything recorded so far is safe.</source>
        <translation>مفتاح هذه المقابلة محفوظ في مخزن مفاتيح هذا الكمبيوتر، وهو لا يسلّمه الآن. افتح قفل مخزن المفاتيح، كما يفعل تسجيل الدخول إلى هذا الكمبيوتر، ثم حاول مرة أخرى. كل ما سُجّل حتى الآن في أمان.</translation>
    </message>
    <message>
        <source>The last step could not be saved on this computer. Close the app and open it again; everything saved before is safe.</source>
        <translation>تعذّر حفظ الخطوة الأخيرة على هذا الحاسوب. أغلق التطبيق وافتحه من جديد؛ كل ما حُفظ قبلها آمن.</translation>
    </message>
    <message>
        <source>The microphone gives no sound at all. Check whether it is muted, or choose another.</source>
        <translation>لا يصدر الميكروفون أي صوت. تحقق مما إذا كان مكتومًا، أو اختر ميكروفونًا آخر.</translation>
    </message>
    <message>
        <source>The recording could not be decoded here: a person will listen to it.</source>
        <translation>تعذّر فك ترميز التسجيل هنا: سيستمع إليه شخص.</translation>
    </message>
    <message>
        <source>The saved interviews cannot be read on this computer.</source>
        <translation>لا يمكن قراءة المقابلات المحفوظة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check your network connection and try again.</source>
        <translation>لا يمكن الوصول إلى الخادم. تحقق من اتصالك بالشبكة وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The server does not answer in time. Check your network connection and try again.</source>
        <translation>لا يرد الخادم في الوقت المناسب. تحقق من اتصالك بالشبكة وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not signed with the key of your interview. Your work is kept on this computer; tell the person who invited you.</source>
        <translation>رد الخادم غير موقَّع بمفتاح مقابلتك. عملك محفوظ على هذا الحاسوب؛ أبلغ من دعاك.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted on this computer. Check the date and time of this computer; in a company network, ask your IT department.</source>
        <translation>شهادة الخادم غير موثوقة على هذا الحاسوب. تحقق من تاريخ الحاسوب ووقته؛ وفي شبكة شركة اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The speech model stopped unexpectedly: a person will listen to your recording.</source>
        <translation>توقف نموذج الكلام فجأة: سيستمع شخص إلى تسجيلك.</translation>
    </message>
    <message>
        <source>The speech model was not sure of any word: a person will listen to your recording.</source>
        <translation>لم يكن نموذج الكلام واثقًا من أي كلمة: سيستمع شخص إلى تسجيلك.</translation>
    </message>
    <message>
        <source>The terms of this interview are not signed by its server. Open the link again; if this stays, tell the person who invited you.</source>
        <translation>شروط هذه المقابلة غير موقَّعة من خادمها. افتح الرابط من جديد؛ وإذا استمر ذلك فأبلغ من دعاك.</translation>
    </message>
    <message>
        <source>The transcript took too long; a person listens.</source>
        <translation>استغرق إعداد النص وقتًا طويلًا؛ سيستمع شخص إليه.</translation>
    </message>
    <message>
        <source>The version it names cannot be read.</source>
        <translation>لا يمكن قراءة الإصدار الذي يذكره.</translation>
    </message>
    <message>
        <source>The voice sample could not be looked at.</source>
        <translation>تعذّر فحص عيّنة الصوت.</translation>
    </message>
    <message>
        <source>The {name} model cannot be used: {detail}</source>
        <translation>لا يمكن استخدام النموذج {name}: {detail}</translation>
    </message>
    <message>
        <source>The {name} model is not on this machine.</source>
        <translation>النموذج {name} غير موجود على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>There is a lot of noise. Close the window, switch off what hums, or use a headset.</source>
        <translation>هناك ضوضاء كثيرة. أغلق النافذة، أو أطفئ ما يصدر طنينًا، أو استخدم سماعة رأس.</translation>
    </message>
    <message>
        <source>There is no saved interview here. Open your invitation link to begin.</source>
        <translation>لا توجد مقابلة محفوظة هنا. افتح رابط دعوتك للبدء.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>لم يصل رد في الوقت المناسب.</translation>
    </message>
    <message>
        <source>There was too little speech. Read the whole sentence aloud once more.</source>
        <translation>كان الكلام قليلًا جدًا. اقرأ الجملة كاملةً بصوت عالٍ مرة أخرى.</translation>
    </message>
    <message>
        <source>This computer has no voice for reading aloud (install espeak-ng). Please read along.</source>
        <translation>لا يوجد على هذا الحاسوب صوت للقراءة (ثبّت espeak-ng). يُرجى القراءة.</translation>
    </message>
    <message>
        <source>This computer has no voice that reads questions aloud. Please read along.</source>
        <translation>ليس في هذا الحاسوب صوت يقرأ الأسئلة. يُرجى القراءة بنفسك.</translation>
    </message>
    <message>
        <source>This device is no longer there. Plug it in again or choose another.</source>
        <translation>لم يعد هذا الجهاز موجودًا. وصّله من جديد أو اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>This interview is already open in another Invigil window on this computer. Go on there, or close it first.</source>
        <translation>هذه المقابلة مفتوحة في نافذة Invigil أخرى على هذا الحاسوب. تابع هناك، أو أغلقها أولًا.</translation>
    </message>
    <message>
        <source>This interview was already begun here. Resume it instead.</source>
        <translation>بدأت هذه المقابلة هنا من قبل. تابعها بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>This interview was saved by a newer version of Invigil. Install that version to go on.</source>
        <translation>حُفظت هذه المقابلة بإصدار أحدث من Invigil. ثبّت ذلك الإصدار للمتابعة.</translation>
    </message>
    <message>
        <source>This interview was saved by another version of the app. Nothing is lost: install the version that your invitation names and open it again.</source>
        <translation>حُفظت هذه المقابلة بإصدار آخر من التطبيق. لم يُفقد شيء: ثبّت الإصدار المذكور في دعوتك وافتحه من جديد.</translation>
    </message>
    <message>
        <source>This is how questions will sound.</source>
        <translation>هكذا ستُسمع الأسئلة.</translation>
    </message>
    <message>
        <source>This is neither an invitation link nor a code. Copy the whole link from your invitation and paste it here.</source>
        <translation>هذا ليس رابط دعوة ولا رمزًا. انسخ الرابط كاملًا من دعوتك والصقه هنا.</translation>
    </message>
    <message>
        <source>This link is not protected (it begins with http://). Ask the person who invited you for a link that begins with https://.</source>
        <translation>هذا الرابط غير محمي (يبدأ بـ http://). اطلب ممن دعاك رابطًا يبدأ بـ https://.</translation>
    </message>
    <message>
        <source>This link names no server. Copy the whole link from your invitation.</source>
        <translation>لا يذكر هذا الرابط خادمًا. انسخ الرابط كاملًا من دعوتك.</translation>
    </message>
    <message>
        <source>This machine does not hold the interview (any more). Open your invitation again.</source>
        <translation>لم تعد المقابلة على هذا الحاسوب. افتح دعوتك من جديد.</translation>
    </message>
    <message>
        <source>To have it, make it with `{command}`.</source>
        <translation>للحصول عليه، أنشئه بالأمر `{command}`.</translation>
    </message>
    <message>
        <source>To have it, put {places} into a folder named by {variable}.</source>
        <translation>للحصول عليه، ضع {places} في مجلد تحدده {variable}.</translation>
    </message>
    <message>
        <source>To have it, run `python -m client.models fetch {name}`.</source>
        <translation>للحصول عليه، نفّذ `python -m client.models fetch {name}`.</translation>
    </message>
    <message>
        <source>Transcripts are off for this interview.</source>
        <translation>التفريغ الكتابي غير مفعّل في هذه المقابلة.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell your IT department what this line says.</source>
        <translation>حاول مرة أخرى؛ وإذا بقي الأمر كذلك فأخبر قسم تقنية المعلومات بما يقوله هذا السطر.</translation>
    </message>
    <message>
        <source>Voice activity is off: faster-whisper, which carries its model, is not installed; voices are not listened to.</source>
        <translation>كشف الكلام معطّل: faster-whisper الذي يحمل نموذجه غير مثبّت؛ ولا يُستمع إلى الأصوات.</translation>
    </message>
    <message>
        <source>We could not run it. This says nothing about your code; try again.</source>
        <translation>لم نتمكن من تشغيلها. لا يدل ذلك على شيء في شيفرتك؛ حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>You are hard to hear. Move closer to the microphone or raise its level.</source>
        <translation>يصعب سماعك. اقترب من الميكروفون أو ارفع مستواه.</translation>
    </message>
    <message>
        <source>You are too loud for the microphone. Lower its level or move back a little.</source>
        <translation>صوتك أعلى مما يحتمله الميكروفون. اخفض مستواه أو ابتعد قليلًا.</translation>
    </message>
    <message>
        <source>You were hard to hear. Move closer to the microphone and read the sentence again.</source>
        <translation>كان سماعك صعبًا. اقترب من الميكروفون واقرأ الجملة مرة أخرى.</translation>
    </message>
    <message>
        <source>Your eyes could not be seen clearly.</source>
        <translation>تعذّرت رؤية عينيك بوضوح.</translation>
    </message>
    <message>
        <source>Your voice could not be learned in time.</source>
        <translation>تعذّر التعرّف على صوتك في الوقت المناسب.</translation>
    </message>
    <message>
        <source>brightness {percent}</source>
        <translation>السطوع {percent}</translation>
    </message>
    <message>
        <source>within a second of the server</source>
        <translation>ضمن ثانية واحدة من وقت الخادم</translation>
    </message>
    <message>
        <source>{gb} GB free</source>
        <translation>{gb} غيغابايت متاحة</translation>
    </message>
    <message>
        <source>{looks} looks a second, {n} cores</source>
        <translation>{looks} نظرة في الثانية، {n} أنوية</translation>
    </message>
    <message>
        <source>{name} could not be loaded and is off.</source>
        <translation>تعذّر تحميل {name}، وهو متوقف.</translation>
    </message>
    <message>
        <source>{name} failed again and again and is off.</source>
        <translation>أخفق {name} مرارًا، وهو متوقف.</translation>
    </message>
    <message>
        <source>{name}, loudest {dbfs} dBFS</source>
        <translation>{name}، أعلى مستوى {dbfs} dBFS</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}</source>
        <translation>{name}، {width} × {height}</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}, {fps} pictures a second</source>
        <translation>{name}، {width} × {height}، {fps} صورة في الثانية</translation>
    </message>
    <message>
        <source>{n} cores</source>
        <translation>{n} أنوية</translation>
    </message>
    <message>
        <source>{n} models are not here; an interview works without them.</source>
        <translation>{n} من النماذج غير موجودة هنا؛ تعمل المقابلة من دونها.</translation>
    </message>
    <message>
        <source>{n} of the models that are needed are not here: what needs them is not watched.</source>
        <translation>{n} من النماذج اللازمة غير موجودة هنا: لا يُراقَب ما يحتاج إليها.</translation>
    </message>
    <message>
        <source>{n} of {total} examples were run: together they took too long.</source>
        <translation>شُغّل {n} من {total} من الأمثلة: استغرقت معًا وقتًا طويلًا.</translation>
    </message>
    <message>
        <source>{seconds} s ahead of the server</source>
        <translation>متقدم عن الخادم بـ {seconds} ثانية</translation>
    </message>
    <message>
        <source>{seconds} s behind the server</source>
        <translation>متأخر عن الخادم بـ {seconds} ثانية</translation>
    </message>
    <message>
        <source>{server} answers in {ms} ms</source>
        <translation>يرد {server} خلال {ms} ملي ثانية</translation>
    </message>
    <message>
        <source>{server} does not answer</source>
        <translation>لا يرد {server}</translation>
    </message>
</context>
</TS>
