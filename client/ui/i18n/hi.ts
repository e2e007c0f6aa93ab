<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>All questions</source>
        <translation>सभी प्रश्न</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>जमा करें</translation>
    </message>
    <message>
        <source>Which moment</source>
        <translation>कौन-सा क्षण</translation>
    </message>
    <message>
        <source>For example: the doorbell rang.</source>
        <translation>उदाहरण: दरवाज़े की घंटी बजी।</translation>
    </message>
    <message>
        <source>What you want to say about it</source>
        <translation>आप इसके बारे में क्या कहना चाहेंगे</translation>
    </message>
    <message>
        <source>Did something happen that could be misread? Say it in your own words: a person who looks at this moment reads it there. It stops no clock and changes nothing else.</source>
        <translation>क्या कुछ ऐसा हुआ जिसका गलत अर्थ निकाला जा सकता है? उसे अपने शब्दों में बताइए: इस क्षण को देखने वाला व्यक्ति उसे वहीं पढ़ेगा। इससे कोई घड़ी नहीं रुकती और कुछ और नहीं बदलता।</translation>
    </message>
    <message>
        <source>Explain a moment</source>
        <translation>किसी क्षण को स्पष्ट करें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Add to my record</source>
        <translation>मेरे रिकॉर्ड में जोड़ें</translation>
    </message>
    <message>
        <source>Now, {time} into the interview</source>
        <translation>अभी, इंटरव्यू में {time} पर</translation>
    </message>
    <message>
        <source>Added. You can add more, or go back.</source>
        <translation>जोड़ दिया गया। आप और जोड़ सकते हैं या वापस जा सकते हैं।</translation>
    </message>
    <message>
        <source>something was heard</source>
        <translation>कुछ सुनाई दिया</translation>
    </message>
    <message>
        <source>the computer was slow</source>
        <translation>कंप्यूटर धीमा था</translation>
    </message>
    <message>
        <source>something about the picture</source>
        <translation>तस्वीर से जुड़ी कोई बात</translation>
    </message>
    <message>
        <source>Since {start}: {what}</source>
        <translation>{start} से: {what}</translation>
    </message>
    <message>
        <source>From {start} to {end}: {what}</source>
        <translation>{start} से {end} तक: {what}</translation>
    </message>
    <message>
        <source>The time of a question runs only while it is open. When it is over, the question can still be read.</source>
        <translation>किसी प्रश्न का समय तभी चलता है जब वह खुला हो। समय समाप्त होने के बाद भी प्रश्न पढ़ा जा सकता है।</translation>
    </message>
    <message>
        <source>The questions come one after the other; what is done cannot be changed.</source>
        <translation>प्रश्न एक के बाद एक आते हैं; जो हो चुका है उसे बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Hand in now?</source>
        <translation>अभी जमा करें?</translation>
    </message>
    <message>
        <source>Hand in now</source>
        <translation>अभी जमा करें</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation>उत्तर देना जारी रखें</translation>
    </message>
    <message>
        <source>After this nothing can be changed any more.</source>
        <translation>इसके बाद कुछ भी बदला नहीं जा सकेगा।</translation>
    </message>
    <message>
        <source>Question {n}</source>
        <translation>प्रश्न {n}</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>मौखिक</translation>
    </message>
    <message>
        <source>written</source>
        <translation>लिखित</translation>
    </message>
    <message>
        <source>code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>उत्तर दिया गया</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>अभी कोई उत्तर नहीं</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>निशान लगा है</translation>
    </message>
    <message>
        <source>time is over, for reading only</source>
        <translation>समय समाप्त, केवल पढ़ने के लिए</translation>
    </message>
    <message>
        <source>done</source>
        <translation>पूरा हुआ</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>{left} शेष</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>नहीं खोला गया</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>आप यहाँ हैं</translation>
    </message>
    <message>
        <source>{n} of {count} questions are answered.</source>
        <translation>उत्तर दिए गए प्रश्न: {count} में से {n}।</translation>
    </message>
    <message>
        <source>1 is flagged.</source>
        <translation>1 पर निशान लगा है।</translation>
    </message>
    <message>
        <source>{n} are flagged.</source>
        <translation>{n} पर निशान लगा है।</translation>
    </message>
    <message>
        <source>Your face is not clear in it.</source>
        <translation>इसमें आपका चेहरा साफ़ नहीं है।</translation>
    </message>
    <message>
        <source>Please take another.</source>
        <translation>कृपया दूसरी तस्वीर लें।</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera and take another.</source>
        <translation>तस्वीर में कोई चेहरा नहीं है। कैमरे के सामने बैठें और दूसरी तस्वीर लें।</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone in it and take another.</source>
        <translation>तस्वीर में एक से अधिक चेहरे हैं। तस्वीर में केवल आप रहें और दूसरी तस्वीर लें।</translation>
    </message>
    <message>
        <source>The picture is too dark. Turn on a light in front of you and take another.</source>
        <translation>तस्वीर बहुत अँधेरी है। अपने सामने कोई बत्ती जलाएँ और दूसरी तस्वीर लें।</translation>
    </message>
    <message>
        <source>The picture is blurred. Hold still and take another.</source>
        <translation>तस्वीर धुँधली है। स्थिर रहें और दूसरी तस्वीर लें।</translation>
    </message>
    <message>
        <source>Your face is turned away. Look straight into the camera and take another.</source>
        <translation>आपका चेहरा दूसरी ओर मुड़ा है। सीधे कैमरे में देखें और दूसरी तस्वीर लें।</translation>
    </message>
    <message>
        <source>Calibrated: your gaze is known to about {exact}.</source>
        <translation>कैलिब्रेशन हो गया: आपकी नज़र की दिशा अब ज्ञात है, त्रुटि लगभग {exact}।</translation>
    </message>
    <message>
        <source>That was not precise enough: about {exact}.</source>
        <translation>यह पर्याप्त सटीक नहीं था: त्रुटि लगभग {exact}।</translation>
    </message>
    <message>
        <source>That did not work. {reason}</source>
        <translation>यह नहीं हो पाया। {reason}</translation>
    </message>
    <message>
        <source>You can try once more or go on without.</source>
        <translation>आप एक बार और कोशिश कर सकते हैं या इसके बिना आगे बढ़ सकते हैं।</translation>
    </message>
    <message>
        <source>You can go on without.</source>
        <translation>आप इसके बिना आगे बढ़ सकते हैं।</translation>
    </message>
    <message>
        <source>an unknown distance</source>
        <translation>अज्ञात दूरी</translation>
    </message>
    <message>
        <source>1 degree</source>
        <translation>1 डिग्री</translation>
    </message>
    <message>
        <source>{n} degrees</source>
        <translation>{n} डिग्री</translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation>{n} मिमी</translation>
    </message>
    <message>
        <source>{n} cm</source>
        <translation>{n} सेमी</translation>
    </message>
    <message>
        <source>A note on your interview</source>
        <translation>आपके इंटरव्यू पर एक सूचना</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>मैंने यह पढ़ लिया है</translation>
    </message>
    <message>
        <source>You have {length} more, for this question and in all.</source>
        <translation>आपको {length} और मिले हैं, इस प्रश्न के लिए भी और कुल समय में भी।</translation>
    </message>
    <message>
        <source>Your interview was opened again. All your answers are still here; it goes on where you stopped.</source>
        <translation>आपका इंटरव्यू फिर से खोला गया है। आपके सभी उत्तर अब भी यहाँ हैं; यह वहीं से आगे चलता है जहाँ आप रुके थे।</translation>
    </message>
    <message>
        <source>A person lets you go on, this once. This was found on your computer, and it no longer covers the questions: {what}. If anything else is found, they are covered again.</source>
        <translation>एक व्यक्ति आपको इस एक बार आगे बढ़ने देता है। आपके कंप्यूटर पर यह मिला था, और अब यह प्रश्नों को नहीं ढकता: {what}। यदि कुछ और मिला, तो वे फिर ढक दिए जाएँगे।</translation>
    </message>
    <message>
        <source>Something about your interview was changed.</source>
        <translation>आपके इंटरव्यू में कुछ बदला गया है।</translation>
    </message>
    <message>
        <source>The clocks stand still while you read this, for {length} at most.</source>
        <translation>जब तक आप यह पढ़ते हैं, घड़ियाँ रुकी रहती हैं, अधिक से अधिक {length}।</translation>
    </message>
    <message>
        <source>It is dark. Turn on a light in front of you.</source>
        <translation>अँधेरा है। अपने सामने कोई बत्ती जलाएँ।</translation>
    </message>
    <message>
        <source>It is very bright. Turn away from the window or lamp.</source>
        <translation>रोशनी बहुत तेज़ है। खिड़की या लैंप से दूसरी ओर मुड़ें।</translation>
    </message>
    <message>
        <source>Looking for your face …</source>
        <translation>आपका चेहरा खोजा जा रहा है …</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera.</source>
        <translation>तस्वीर में कोई चेहरा नहीं है। कैमरे के सामने बैठें।</translation>
    </message>
    <message>
        <source>Your face is well in the picture.</source>
        <translation>आपका चेहरा तस्वीर में ठीक से दिख रहा है।</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone, please.</source>
        <translation>तस्वीर में एक से अधिक चेहरे हैं। कृपया अकेले रहें।</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} सेकंड</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} मिनट</translation>
    </message>
    <message>
        <source>{h} hours {m} minutes</source>
        <translation>{h} घंटे {m} मिनट</translation>
    </message>
    <message>
        <source>Not watched here: {list}</source>
        <translation>यहाँ इनकी निगरानी नहीं होती: {list}</translation>
    </message>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another under Devices. You can go on meanwhile; the time without picture is noted.</source>
        <translation>कैमरे से कोई तस्वीर नहीं आ रही। उसे दोबारा जोड़ें, उसका उपयोग कर रहे दूसरे प्रोग्राम बंद करें, या “डिवाइस” में दूसरा कैमरा चुनें। इस बीच आप आगे बढ़ सकते हैं; बिना तस्वीर का समय दर्ज किया जाता है।</translation>
    </message>
    <message>
        <source>No microphone can be heard. Plug it in again, or choose another under Devices. What you said until now is saved, and a recording goes on once you are heard again.</source>
        <translation>किसी माइक्रोफ़ोन से आवाज़ नहीं आ रही। उसे दोबारा जोड़ें, या “डिवाइस” में दूसरा माइक्रोफ़ोन चुनें। अब तक आपने जो कहा वह सहेजा हुआ है, और आपकी आवाज़ फिर सुनाई देते ही रिकॉर्डिंग आगे चलेगी।</translation>
    </message>
    <message>
        <source>There is no connection. Just go on: your answers are kept on this computer and go up by themselves when the connection is back.</source>
        <translation>इंटरनेट कनेक्शन नहीं है। आप बस आगे बढ़ते रहें: आपके उत्तर इस कंप्यूटर पर रखे जाते हैं और कनेक्शन लौटने पर अपने आप भेज दिए जाते हैं।</translation>
    </message>
    <message>
        <source>The disk of this computer is full. Free some space now; what was saved is safe.</source>
        <translation>इस कंप्यूटर की डिस्क भर गई है। कृपया अभी कुछ जगह खाली करें; जो सहेजा जा चुका है वह सुरक्षित है।</translation>
    </message>
    <message>
        <source>The camera watch stopped and is being started again. Just go on.</source>
        <translation>कैमरे की निगरानी रुक गई थी और फिर से शुरू की जा रही है। आप बस आगे बढ़ते रहें।</translation>
    </message>
    <message>
        <source>The battery is nearly empty. Plug the charger in now. If the computer stops, start it again and open the app: it comes back to this question.</source>
        <translation>बैटरी लगभग समाप्त है। कृपया अभी चार्जर लगाएँ। यदि कंप्यूटर बंद हो जाए, तो उसे फिर चालू करें और ऐप खोलें: वह इसी प्रश्न पर लौट आएगा।</translation>
    </message>
    <message>
        <source>This computer is busy. Close other programs if you can; your answers are safe.</source>
        <translation>यह कंप्यूटर व्यस्त है। हो सके तो दूसरे प्रोग्राम बंद करें; आपके उत्तर सुरक्षित हैं।</translation>
    </message>
    <message>
        <source>Your words to the people in charge</source>
        <translation>प्रभारियों के लिए आपका संदेश</translation>
    </message>
    <message>
        <source>In your own words …</source>
        <translation>अपने शब्दों में …</translation>
    </message>
    <message>
        <source>Write to the people in charge of the interview</source>
        <translation>इंटरव्यू के प्रभारियों को लिखें</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>मदद</translation>
    </message>
    <message>
        <source>You wrote a message at {time}.</source>
        <translation>आपने {time} पर संदेश लिखा।</translation>
    </message>
    <message>
        <source>You asked for a break at {time}.</source>
        <translation>आपने {time} पर विराम माँगा।</translation>
    </message>
    <message>
        <source>You called for help at {time}.</source>
        <translation>आपने {time} पर मदद के लिए बुलाया।</translation>
    </message>
    <message>
        <source>You left at {time}.</source>
        <translation>आप {time} पर बाहर गए।</translation>
    </message>
    <message>
        <source>A person has reacted to it.</source>
        <translation>किसी व्यक्ति ने इस पर ध्यान दिया है।</translation>
    </message>
    <message>
        <source>There is no connection: it is kept here and sent as soon as there is one. If it is urgent, use another device.</source>
        <translation>कनेक्शन नहीं है: इसे यहाँ रखा गया है और कनेक्शन मिलते ही भेज दिया जाएगा। यदि बात ज़रूरी है, तो किसी दूसरे डिवाइस का उपयोग करें।</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself.</source>
        <translation>अभी किसी ने उत्तर नहीं दिया है; उत्तर यहाँ अपने-आप दिखाई देगा।</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself. The clock goes on until then.</source>
        <translation>अभी किसी ने उत्तर नहीं दिया है; उत्तर यहाँ अपने आप दिखाई देगा। तब तक घड़ी चलती रहती है।</translation>
    </message>
    <message>
        <source>This is practice: nobody reads what you write here, and nothing of it is sent. In an interview it reaches the people in charge.</source>
        <translation>यह अभ्यास है: आप यहाँ जो लिखते हैं उसे कोई नहीं पढ़ता, और उसमें से कुछ भी भेजा नहीं जाता। साक्षात्कार में यह ज़िम्मेदार लोगों तक पहुँचता है।</translation>
    </message>
    <message>
        <source>the person who invited you</source>
        <translation>आपको आमंत्रित करने वाले व्यक्ति</translation>
    </message>
    <message>
        <source>Quote this number: {id}</source>
        <translation>यह संख्या बताएँ: {id}</translation>
    </message>
    <message>
        <source>The clocks stand still while the interview is paused.</source>
        <translation>जब तक इंटरव्यू रुका है, घड़ियाँ भी रुकी रहती हैं।</translation>
    </message>
    <message>
        <source>The clocks stand still while the screen is covered.</source>
        <translation>जब तक स्क्रीन ढकी है, घड़ियाँ रुकी रहती हैं।</translation>
    </message>
    <message>
        <source>The clock goes on meanwhile; say so, and they can give you time back.</source>
        <translation>इस बीच घड़ी चलती रहती है; यह बता दें, तो आपको समय लौटाया जा सकता है।</translation>
    </message>
    <message>
        <source>The clock has not started yet.</source>
        <translation>घड़ी अभी शुरू नहीं हुई है।</translation>
    </message>
    <message>
        <source>If nobody answers here: reply to your invitation, or call {whom} by another device. {number}

{going}

If the camera or microphone stopped: open Devices above and choose it again.
If the connection is gone: just go on; answers are kept here and sent later.
If the computer must be restarted: do it; the app comes back to this question.</source>
        <translation>यदि यहाँ कोई उत्तर न दे: अपने निमंत्रण का जवाब दें, या किसी दूसरे डिवाइस से {whom} को फ़ोन करें। {number}

{going}

यदि कैमरा या माइक्रोफ़ोन रुक गया है: ऊपर “डिवाइस” खोलें और उसे फिर से चुनें।
यदि कनेक्शन चला गया है: बस आगे बढ़ते रहें; उत्तर यहाँ रखे जाते हैं और बाद में भेजे जाते हैं।
यदि कंप्यूटर को दोबारा चालू करना पड़े: कर दें; ऐप इसी प्रश्न पर लौट आता है।</translation>
    </message>
    <message>
        <source>Keys: F1 opens this help, F2 what is watched and sent, F6 explains a moment. Ctrl and + or − changes the size of the text, F4 the contrast. R reads the question again, Ctrl and Enter finishes an answer, Ctrl and O shows all questions. In code, Ctrl and F finds, F3 goes on to the next place, Shift and F3 back to the one before.</source>
        <translation>कुंजियाँ: F1 यह सहायता खोलती है, F2 क्या देखा और भेजा जाता है, F6 किसी पल की व्याख्या। Ctrl और + या − पाठ का आकार बदलते हैं, F4 कंट्रास्ट। R प्रश्न फिर से पढ़ती है, Ctrl और Enter उत्तर समाप्त करते हैं, Ctrl और O सभी प्रश्न दिखाते हैं। कोड में Ctrl और F खोजते हैं, F3 अगली जगह जाती है, Shift और F3 पिछली जगह।</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>संदेश भेजें</translation>
    </message>
    <message>
        <source>Those in charge read it as soon as one of them looks. Answers appear as a note.</source>
        <translation>प्रभारियों में से कोई देखते ही इसे पढ़ेगा। उत्तर सूचना के रूप में दिखाई देते हैं।</translation>
    </message>
    <message>
        <source>Ask for a break</source>
        <translation>विराम माँगें</translation>
    </message>
    <message>
        <source>A person decides. Until they pause the interview, clock and watch go on.</source>
        <translation>निर्णय कोई व्यक्ति करता है। जब तक इंटरव्यू रोका नहीं जाता, घड़ी और निगरानी चलती रहती हैं।</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>मदद के लिए बुलाएँ</translation>
    </message>
    <message>
        <source>Shows those in charge at once that you need a person. Nothing is ended by it.</source>
        <translation>प्रभारियों को तुरंत दिखाता है कि आपको किसी व्यक्ति की ज़रूरत है। इससे कुछ समाप्त नहीं होता।</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation>इस कंप्यूटर से अभी कुछ भी बाहर नहीं गया है।</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>कितनी बार</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>पिछली बार</translation>
    </message>
    <message>
        <source>What has left this computer</source>
        <translation>इस कंप्यूटर से क्या बाहर गया है</translation>
    </message>
    <message>
        <source>Counted here as it leaves, also when something had to be sent again. Everything is encrypted on its way.</source>
        <translation>बाहर जाते समय यहीं गिना जाता है, तब भी जब कुछ दोबारा भेजना पड़ा। रास्ते में सब कुछ एन्क्रिप्टेड रहता है।</translation>
    </message>
    <message>
        <source>What a real interview would have sent</source>
        <translation>असली इंटरव्यू में क्या भेजा गया होता</translation>
    </message>
    <message>
        <source>This is practice. Camera and microphone are used as in an interview, and everything stays on this computer.</source>
        <translation>यह अभ्यास है। कैमरा और माइक्रोफ़ोन साक्षात्कार की तरह ही इस्तेमाल होते हैं, और सब कुछ इसी कंप्यूटर पर रहता है।</translation>
    </message>
    <message>
        <source>The interview is paused: nothing is watched or recorded now.</source>
        <translation>इंटरव्यू रुका हुआ है: अभी न कोई निगरानी हो रही है, न रिकॉर्डिंग।</translation>
    </message>
    <message>
        <source>Watching has ended. What is not sent yet is being sent.</source>
        <translation>निगरानी समाप्त हो गई है। जो अभी तक नहीं भेजा गया, वह भेजा जा रहा है।</translation>
    </message>
    <message>
        <source>Your camera picture is shown only to you. Until the first question nothing is kept but the checks of your devices and what you take yourself.</source>
        <translation>आपके कैमरे की तस्वीर केवल आपको दिखाई जाती है। पहले प्रश्न तक केवल आपके डिवाइसों की जाँच और जो आप स्वयं लेते हैं, वही रखा जाता है।</translation>
    </message>
    <message>
        <source>Camera and microphone are watched now, on this computer.</source>
        <translation>अब कैमरे और माइक्रोफ़ोन की निगरानी इसी कंप्यूटर पर हो रही है।</translation>
    </message>
    <message>
        <source>The camera gives no picture; the microphone is watched.</source>
        <translation>कैमरे से कोई तस्वीर नहीं आ रही; माइक्रोफ़ोन की निगरानी हो रही है।</translation>
    </message>
    <message>
        <source>Your answer is being recorded.</source>
        <translation>आपका उत्तर रिकॉर्ड किया जा रहा है।</translation>
    </message>
    <message>
        <source>A small still picture is sent every ten seconds.</source>
        <translation>हर दस सेकंड में एक छोटी स्थिर तस्वीर भेजी जाती है।</translation>
    </message>
    <message>
        <source>A person who accompanies the interview may look through your camera; a line at the top of this window says so while somebody does.</source>
        <translation>साक्षात्कार के साथ रहने वाला व्यक्ति आपके कैमरे से देख सकता है; जब तक कोई देखता है, इस विंडो के ऊपर एक पंक्ति यह बताती है।</translation>
    </message>
    <message>
        <source>A person who accompanies your interview is looking through your camera now. They see the picture and hear nothing; nothing of it is kept.</source>
        <translation>आपके साक्षात्कार के साथ रहने वाला व्यक्ति अभी आपके कैमरे से देख रहा है। उन्हें तस्वीर दिखती है और कुछ सुनाई नहीं देता; उसका कुछ भी रखा नहीं जाता।</translation>
    </message>
    <message>
        <source>This is practice: nothing of it was sent, and nothing of it is kept.</source>
        <translation>यह अभ्यास है: इसमें से कुछ भी नहीं भेजा गया और कुछ भी नहीं रखा जाता।</translation>
    </message>
    <message>
        <source>Nothing waits: the server has confirmed all of it.</source>
        <translation>कुछ भी बाकी नहीं है: सर्वर ने सब कुछ मिलने की पुष्टि कर दी है।</translation>
    </message>
    <message>
        <source>Still on this computer only: {n} entries and recordings, {size}.</source>
        <translation>अभी केवल इस कंप्यूटर पर: {n} प्रविष्टियाँ और रिकॉर्डिंग, {size}।</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} बाइट</translation>
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
        <translation>आपके उत्तर लिखित रूप में, और आपने प्रश्न कब खोले और समाप्त किए</translation>
    </message>
    <message>
        <source>What was noted by the watch, as times and figures</source>
        <translation>निगरानी में जो दर्ज हुआ, समय और संख्याओं के रूप में</translation>
    </message>
    <message>
        <source>What you agreed to, asked and explained</source>
        <translation>आपने किस पर सहमति दी, क्या पूछा और क्या स्पष्ट किया</translation>
    </message>
    <message>
        <source>Steps of the interview, checks, and the state of this computer</source>
        <translation>इंटरव्यू के चरण, जाँचें और इस कंप्यूटर की स्थिति</translation>
    </message>
    <message>
        <source>Recordings of your voice</source>
        <translation>आपकी आवाज़ की रिकॉर्डिंग</translation>
    </message>
    <message>
        <source>Your selfie, and pictures kept of what was noted</source>
        <translation>आपकी सेल्फ़ी, और दर्ज हुई बातों की रखी गई तस्वीरें</translation>
    </message>
    <message>
        <source>Face and voice as numbers, to compare with</source>
        <translation>तुलना के लिए संख्याओं के रूप में चेहरा और आवाज़</translation>
    </message>
    <message>
        <source>Small still pictures for those who watch live</source>
        <translation>लाइव देखने वालों के लिए छोटी स्थिर तस्वीरें</translation>
    </message>
    <message>
        <source>The live picture of your camera, each time that a person looked</source>
        <translation>आपके कैमरे की लाइव तस्वीर, हर बार जब किसी व्यक्ति ने देखा</translation>
    </message>
    <message>
        <source>Signs of life: that the app runs, and how busy this computer is</source>
        <translation>चालू होने के संकेत: कि ऐप चल रहा है और यह कंप्यूटर कितना व्यस्त है</translation>
    </message>
    <message>
        <source>Opening, starting and handing in the interview</source>
        <translation>इंटरव्यू खोलना, शुरू करना और जमा करना</translation>
    </message>
    <message>
        <source>Open lines, on which only the server speaks</source>
        <translation>खुली लाइनें, जिन पर केवल सर्वर बोलता है</translation>
    </message>
    <message>
        <source>Whether a phone, a book or a second screen is seen.</source>
        <translation>क्या कोई फ़ोन, किताब या दूसरी स्क्रीन दिखाई देती है।</translation>
    </message>
    <message>
        <source>Whether the camera is covered, frozen or unplugged.</source>
        <translation>क्या कैमरा ढका हुआ, रुका हुआ या निकाला हुआ है।</translation>
    </message>
    <message>
        <source>This computer, during the questions: whether programs for remote control, recording or help with answers run, whether other windows lie over this one, and which displays and input devices there are.</source>
        <translation>यह कंप्यूटर, प्रश्नों के दौरान: क्या दूर से नियंत्रण, रिकॉर्डिंग या उत्तरों में मदद के प्रोग्राम चल रहे हैं, क्या दूसरी विंडो इस विंडो के ऊपर हैं, और कौन-सी स्क्रीन और इनपुट उपकरण मौजूद हैं।</translation>
    </message>
    <message>
        <source>Covers the questions until it is put right or a person lets you go on: {list}. The time is given back up to {n} seconds; nothing is ended by it.</source>
        <translation>जब तक ठीक न हो जाए या कोई व्यक्ति आपको आगे न बढ़ने दे, तब तक प्रश्नों को ढकता है: {list}। समय {n} सेकंड तक लौटाया जाता है; इससे कुछ समाप्त नहीं होता।</translation>
    </message>
    <message>
        <source>What is watched on this computer</source>
        <translation>इस कंप्यूटर पर क्या देखा जाता है</translation>
    </message>
    <message>
        <source>What leaves this computer, encrypted</source>
        <translation>इस कंप्यूटर से क्या बाहर जाता है, एन्क्रिप्ट होकर</translation>
    </message>
    <message>
        <source>What never leaves it</source>
        <translation>क्या इससे कभी बाहर नहीं जाता</translation>
    </message>
    <message>
        <source>Video: but for that small still picture, it is looked at here and forgotten.</source>
        <translation>वीडियो: उस छोटी स्थिर तस्वीर को छोड़कर, उसे यहीं देखा जाता है और भुला दिया जाता है।</translation>
    </message>
    <message>
        <source>Video: the picture is looked at here and forgotten.</source>
        <translation>वीडियो: तस्वीर को यहीं देखा जाता है और भुला दिया जाता है।</translation>
    </message>
    <message>
        <source>Sound beside your recordings: heard here and forgotten, never written down.</source>
        <translation>आपकी रिकॉर्डिंग के अलावा की आवाज़: यहीं सुनी और भुला दी जाती है, कभी लिखी नहीं जाती।</translation>
    </message>
    <message>
        <source>Also during the questions: whether another program puts something into the clipboard (never what), and whether the way to the network changes.</source>
        <translation>प्रश्नों के दौरान यह भी: क्या कोई दूसरा प्रोग्राम क्लिपबोर्ड में कुछ रखता है (कभी नहीं कि क्या), और क्या नेटवर्क का रास्ता बदलता है।</translation>
    </message>
    <message>
        <source>Your other files, what your other programs show or hold, your passwords.</source>
        <translation>आपकी बाकी फ़ाइलें, आपके बाकी प्रोग्राम जो दिखाते या रखते हैं वह, आपके पासवर्ड।</translation>
    </message>
    <message>
        <source>Your other files, your other programs, your passwords.</source>
        <translation>आपकी बाकी फ़ाइलें, आपके बाकी प्रोग्राम, आपके पासवर्ड।</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>फ़ैसला कौन करता है</translation>
    </message>
    <message>
        <source>People. Nothing that is noticed ends the interview or lowers a mark by itself.</source>
        <translation>लोग। जो कुछ भी देखा जाता है, वह अपने आप न साक्षात्कार समाप्त करता है, न अंक घटाता है।</translation>
    </message>
    <message>
        <source>No guess is made about your feelings, honesty or character.</source>
        <translation>आपकी भावनाओं, ईमानदारी या स्वभाव के बारे में कोई अनुमान नहीं लगाया जाता।</translation>
    </message>
    <message>
        <source>Answers, recordings and pictures are erased after {n} days; your name and your marks when their time is over.</source>
        <translation>उत्तर, रिकॉर्डिंग और तस्वीरें {n} दिन बाद मिटा दी जाती हैं; आपका नाम और आपके अंक तब, जब उनका समय पूरा हो जाता है।</translation>
    </message>
    <message>
        <source>Any other video: but for that small still picture and those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>कोई भी अन्य वीडियो: उस छोटी स्थिर तस्वीर और उन लाइव नज़रों को छोड़कर, उसे यहीं देखा जाता है और भुला दिया जाता है। कहीं भी कोई वीडियो नहीं रखा जाता।</translation>
    </message>
    <message>
        <source>Any other video: but for those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>कोई भी अन्य वीडियो: उन लाइव नज़रों को छोड़कर, उसे यहीं देखा जाता है और भुला दिया जाता है। कहीं भी कोई वीडियो नहीं रखा जाता।</translation>
    </message>
    <message>
        <source>This window stays in front of all others. If another one takes the keyboard, this one takes it back, and when that was is noted.</source>
        <translation>यह विंडो बाकी सब के आगे रहती है। यदि कोई दूसरी विंडो कीबोर्ड ले लेती है, तो यह उसे वापस लेती है, और यह कब हुआ यह दर्ज होता है।</translation>
    </message>
    <message>
        <source>This window stays in front of all others, and keys that switch programs or take pictures of the screen do nothing. When one is pressed, or another window takes the keyboard, that is noted.</source>
        <translation>यह विंडो बाकी सब के आगे रहती है, और प्रोग्राम बदलने या स्क्रीन की तस्वीर लेने वाली कुंजियाँ काम नहीं करतीं। जब ऐसी कोई कुंजी दबाई जाती है, या कोई दूसरी विंडो कीबोर्ड ले लेती है, तो यह दर्ज होता है।</translation>
    </message>
    <message>
        <source>What is held while the interview runs</source>
        <translation>साक्षात्कार के दौरान क्या रोका जाता है</translation>
    </message>
    <message>
        <source>The clipboard is emptied at the start and at the end.</source>
        <translation>क्लिपबोर्ड शुरुआत और अंत में ख़ाली किया जाता है।</translation>
    </message>
    <message>
        <source>You can leave at any time by the button above. At the end, and also after a crash, your computer is set back as it was.</source>
        <translation>आप ऊपर दिए बटन से कभी भी बाहर जा सकते हैं। अंत में, और क्रैश के बाद भी, आपका कंप्यूटर वैसा ही कर दिया जाता है जैसा वह था।</translation>
    </message>
    <message>
        <source>Comparing your face and voice by computer</source>
        <translation>कंप्यूटर द्वारा आपके चेहरे और आवाज़ की तुलना</translation>
    </message>
    <message>
        <source>Your face and voice as numbers, made from selfie and voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>आपका चेहरा और आवाज़ संख्याओं के रूप में, सेल्फ़ी और आवाज़ के नमूने से बनी: उँगलियों के निशान की तरह, एन्क्रिप्टेड, और केवल इसी साक्षात्कार के लिए।</translation>
    </message>
    <message>
        <source>Comparing your face by computer</source>
        <translation>कंप्यूटर द्वारा आपके चेहरे की तुलना</translation>
    </message>
    <message>
        <source>Your face as numbers, made from selfie: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>आपका चेहरा संख्याओं के रूप में, सेल्फ़ी से बनी: उँगलियों के निशान की तरह, एन्क्रिप्टेड, और केवल इसी साक्षात्कार के लिए।</translation>
    </message>
    <message>
        <source>Comparing your voice by computer</source>
        <translation>कंप्यूटर द्वारा आपकी आवाज़ की तुलना</translation>
    </message>
    <message>
        <source>Your voice as numbers, made from voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>आपकी आवाज़ संख्याओं के रूप में, आवाज़ के नमूने से बनी: उँगलियों के निशान की तरह, एन्क्रिप्टेड, और केवल इसी साक्षात्कार के लिए।</translation>
    </message>
    <message>
        <source>You may say no and go on: then a person checks who you are.</source>
        <translation>आप मना करके आगे बढ़ सकते हैं: तब कोई व्यक्ति जाँचता है कि आप कौन हैं।</translation>
    </message>
    <message>
        <source>This interview needs it. If you do not want it, choose Leave above and ask the person who invited you for a way without: then a person checks who you are.</source>
        <translation>इस साक्षात्कार के लिए यह ज़रूरी है। यदि आप यह नहीं चाहते, तो ऊपर “बाहर जाएँ” चुनें और जिसने आपको आमंत्रित किया उससे इसके बिना कोई रास्ता माँगें: तब कोई व्यक्ति जाँचता है कि आप कौन हैं।</translation>
    </message>
    <message>
        <source>You can take a yes back at any time, also on your invitation&apos;s page: the numbers are destroyed.</source>
        <translation>आप अपनी सहमति कभी भी वापस ले सकते हैं, अपने आमंत्रण के पृष्ठ पर भी: तब संख्याएँ नष्ट कर दी जाती हैं।</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language that this file translates into, such as de. It goes into the record.</extracomment>
        <translation>hi</translation>
    </message>
    <message>
        <source>No picture of you goes to them, and none of your name unless you say it in an answer.</source>
        <translation>आपकी कोई तस्वीर उन्हें नहीं जाती, और आपका नाम भी नहीं, जब तक आप उसे किसी उत्तर में न कहें।</translation>
    </message>
    <message>
        <source>Who else gets your answers</source>
        <translation>आपके उत्तर और किसे मिलते हैं</translation>
    </message>
    <message>
        <source>The texts of your answers, by the server: to a language model at {host}, which proposes marks and may write further questions. A person decides.</source>
        <translation>आपके उत्तरों का पाठ, सर्वर द्वारा: {host} पर एक भाषा मॉडल को, जो अंक सुझाता है और आगे के प्रश्न लिख सकता है। निर्णय एक व्यक्ति करता है।</translation>
    </message>
    <message>
        <source>Recordings that this computer cannot write down, by the server: to a service at {host}, which turns them into text.</source>
        <translation>वे रिकॉर्डिंग जिन्हें यह कंप्यूटर पाठ में नहीं बदल सकता, सर्वर द्वारा: {host} पर एक सेवा को, जो उन्हें पाठ में बदलती है।</translation>
    </message>
    <message>
        <source>Your typed answers as you write, and the recordings of your spoken answers.</source>
        <translation>आपके टाइप किए गए उत्तर जैसे-जैसे आप लिखते हैं, और आपके बोले गए उत्तरों की रिकॉर्डिंग।</translation>
    </message>
    <message>
        <source>Your selfie and your voice sample, so that a person can tell who took the interview.</source>
        <translation>आपकी सेल्फ़ी और आपकी आवाज़ का नमूना, ताकि कोई व्यक्ति बता सके कि साक्षात्कार किसने दिया।</translation>
    </message>
    <message>
        <source>Your selfie, so that a person can tell who took the interview.</source>
        <translation>आपकी सेल्फ़ी, ताकि कोई व्यक्ति बता सके कि साक्षात्कार किसने दिया।</translation>
    </message>
    <message>
        <source>Your voice sample, so that a person can tell who took the interview.</source>
        <translation>आपकी आवाज़ का नमूना, ताकि कोई व्यक्ति बता सके कि साक्षात्कार किसने दिया।</translation>
    </message>
    <message>
        <source>How exact the gaze calibration was, if you made it.</source>
        <translation>नज़र का कैलिब्रेशन कितना सटीक था, यदि आपने किया हो।</translation>
    </message>
    <message>
        <source>A list of what was noticed, with times. No score comes from it.</source>
        <translation>जो देखा गया उसकी समय सहित सूची। इससे कोई अंक नहीं बनता।</translation>
    </message>
    <message>
        <source>Names of such programs, windows with their titles, and devices, where they were noticed.</source>
        <translation>ऐसे प्रोग्रामों, शीर्षक सहित विंडो और उपकरणों के नाम, जहाँ वे देखे गए।</translation>
    </message>
    <message>
        <source>Names of such programs, windows and devices, where they were noticed.</source>
        <translation>ऐसे प्रोग्रामों, विंडो और उपकरणों के नाम, जहाँ वे देखे गए।</translation>
    </message>
    <message>
        <source>At most {n} small pictures an hour, each belonging to an entry of that list.</source>
        <translation>एक घंटे में अधिकतम {n} छोटी तस्वीरें, हर एक उस सूची की किसी प्रविष्टि से जुड़ी।</translation>
    </message>
    <message>
        <source>A small still picture of the camera every ten seconds, for a person who accompanies the interview. Only the newest is kept, and none after the end.</source>
        <translation>हर दस सेकंड में कैमरे की एक छोटी स्थिर तस्वीर, उस व्यक्ति के लिए जो साक्षात्कार के साथ रहता है। केवल सबसे नई रखी जाती है, और समाप्ति के बाद कोई नहीं।</translation>
    </message>
    <message>
        <source>The camera&apos;s picture, live and without sound, while a person who accompanies the interview looks through it. You are told each time and for as long as somebody looks; each look is on record and the picture is not kept.</source>
        <translation>कैमरे की तस्वीर, लाइव और बिना आवाज़ के, जब तक साक्षात्कार के साथ रहने वाला व्यक्ति उससे देखता है। हर बार और जब तक कोई देखता है, आपको बताया जाता है; हर बार देखना दर्ज होता है और तस्वीर रखी नहीं जाती।</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie.</source>
        <translation>क्या आपका चेहरा तस्वीर में है, और क्या वह सेल्फ़ी वाला ही है।</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie, and whether anybody else is.</source>
        <translation>क्या आपका चेहरा तस्वीर में है, क्या वह सेल्फ़ी वाला ही है, और क्या कोई और भी तस्वीर में है।</translation>
    </message>
    <message>
        <source>Whether your face is in the picture.</source>
        <translation>क्या आपका चेहरा तस्वीर में है।</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, and whether anybody else is.</source>
        <translation>क्या आपका चेहरा तस्वीर में है, और क्या कोई और भी तस्वीर में है।</translation>
    </message>
    <message>
        <source>Whether your head is turned away from the screen.</source>
        <translation>क्या आपका सिर स्क्रीन से हटा हुआ है।</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen.</source>
        <translation>क्या आपका सिर या आपकी आँखें स्क्रीन से हटी हुई हैं।</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen, coarsely.</source>
        <translation>क्या आपका सिर या आपकी आँखें स्क्रीन से हटी हुई हैं, मोटे तौर पर।</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer or the voice sample.</source>
        <translation>आपका माइक्रोफ़ोन: केवल तब रिकॉर्ड होता है जब आप कोई उत्तर या आवाज़ का नमूना रिकॉर्ड करते हैं।</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer.</source>
        <translation>आपका माइक्रोफ़ोन: केवल तब रिकॉर्ड होता है जब आप कोई उत्तर रिकॉर्ड करते हैं।</translation>
    </message>
    <message>
        <source>It is listened to for speech, a second voice and loudspeakers during the questions.</source>
        <translation>प्रश्नों के दौरान इसे बोलने, दूसरी आवाज़ और लाउडस्पीकर के लिए सुना जाता है।</translation>
    </message>
    <message>
        <source>It is listened to for speech and loudspeakers during the questions.</source>
        <translation>प्रश्नों के दौरान इसे बोलने और लाउडस्पीकर के लिए सुना जाता है।</translation>
    </message>
    <message>
        <source>It is listened to for a second voice and loudspeakers during the questions.</source>
        <translation>प्रश्नों के दौरान इसे दूसरी आवाज़ और लाउडस्पीकर के लिए सुना जाता है।</translation>
    </message>
    <message>
        <source>It is listened to for a second voice during the questions.</source>
        <translation>प्रश्नों के दौरान इसे दूसरी आवाज़ के लिए सुना जाता है।</translation>
    </message>
    <message>
        <source>It is listened to for loudspeakers during the questions.</source>
        <translation>प्रश्नों के दौरान इसे लाउडस्पीकर के लिए सुना जाता है।</translation>
    </message>
    <message>
        <source>Practice: nothing is sent, and nothing is kept when it ends.</source>
        <translation>अभ्यास: कुछ भी भेजा नहीं जाता, और समाप्त होने पर कुछ भी रखा नहीं जाता।</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>बोलना</translation>
    </message>
    <message>
        <source>What do you like to do on a free day?</source>
        <translation>छुट्टी के दिन आप क्या करना पसंद करते हैं?</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>लिखना</translation>
    </message>
    <message>
        <source>Describe in two or three sentences how you make tea or coffee.</source>
        <translation>दो-तीन वाक्यों में बताएँ कि आप चाय या कॉफ़ी कैसे बनाते हैं।</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>कोडिंग</translation>
    </message>
    <message>
        <source>Write a function total(numbers) that returns the sum of a list of numbers.</source>
        <translation>एक फ़ंक्शन total(numbers) लिखें जो संख्याओं की सूची का योग लौटाए।</translation>
    </message>
    <message>
        <source>three numbers</source>
        <translation>तीन संख्याएँ</translation>
    </message>
    <message>
        <source>Practice interview</source>
        <translation>अभ्यास साक्षात्कार</translation>
    </message>
    <message>
        <source>You</source>
        <translation>आप</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>In practice no code is run. In an interview the server runs it, and its output is shown here.</source>
        <translation>अभ्यास में कोई कोड नहीं चलाया जाता। साक्षात्कार में सर्वर उसे चलाता है और उसका आउटपुट यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>The invite is not used here: {why}</source>
        <translation>आमंत्रण का यहाँ उपयोग नहीं होता: {why}</translation>
    </message>
    <message>
        <source>The signed report was sent: the people who invited you can read it.</source>
        <translation>हस्ताक्षरित रिपोर्ट भेज दी गई: जिन्होंने आपको आमंत्रित किया वे इसे पढ़ सकते हैं।</translation>
    </message>
    <message>
        <source>The report was not sent: {why}</source>
        <translation>रिपोर्ट नहीं भेजी गई: {why}</translation>
    </message>
    <message>
        <source>The signed report is in the file {name}.</source>
        <translation>हस्ताक्षरित रिपोर्ट फ़ाइल {name} में है।</translation>
    </message>
    <message>
        <source>The file cannot be written: {why}</source>
        <translation>फ़ाइल लिखी नहीं जा सकती: {why}</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 प्रविष्टि</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} प्रविष्टियाँ</translation>
    </message>
    <message>
        <source>1 recording or picture</source>
        <translation>1 रिकॉर्डिंग या तस्वीर</translation>
    </message>
    <message>
        <source>{n} recordings and pictures</source>
        <translation>{n} रिकॉर्डिंग और तस्वीरें</translation>
    </message>
    <message>
        <source>Still to send: {what} ({size}).</source>
        <translation>अभी भेजना बाकी: {what} ({size})।</translation>
    </message>
    <message>
        <source> and </source>
        <translation> और </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>फिर से जाँचें</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>रिपोर्ट भेजें</translation>
    </message>
    <message>
        <source>The people who invited you can read it; it decides nothing by itself</source>
        <translation>जिन्होंने आपको आमंत्रित किया वे इसे पढ़ सकते हैं; यह अपने आप कुछ तय नहीं करती</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>फ़ाइल के रूप में सहेजें …</translation>
    </message>
    <message>
        <source>Is this computer ready?</source>
        <translation>क्या यह कंप्यूटर तैयार है?</translation>
    </message>
    <message>
        <source>This takes about half a minute. The camera is opened for a moment and two seconds are listened to; neither picture nor sound is kept or sent.</source>
        <translation>इसमें लगभग आधा मिनट लगता है। कैमरा थोड़ी देर के लिए खुलता है और दो सेकंड सुना जाता है; न तस्वीर न आवाज़ रखी या भेजी जाती है।</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Checking: {n} of {total} done</source>
        <translation>जाँच जारी: {total} में से {n} पूरी</translation>
    </message>
    <message>
        <source>checking …</source>
        <translation>जाँच हो रही है …</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>फ़ाइल कहाँ सहेजें</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>नेटवर्क</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>घड़ी</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>डिस्क</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>अन्य प्रोग्राम</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>कैमरा</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>रोशनी</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>माइक्रोफ़ोन</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>स्पीकर</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>गति</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ठीक</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>अज्ञात</translation>
    </message>
    <message>
        <source>What to do: {cure}</source>
        <translation>क्या करें: {cure}</translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <translation>कुछ भी जाँचा नहीं गया।</translation>
    </message>
    <message>
        <source>This computer is ready.</source>
        <translation>यह कंप्यूटर तैयार है।</translation>
    </message>
    <message>
        <source>Not ready yet: {failed} failed, {unsure} unknown.</source>
        <translation>अभी तैयार नहीं: {failed} विफल, {unsure} अज्ञात।</translation>
    </message>
    <message>
        <source>Nothing failed, but {unsure} could not be told.</source>
        <translation>कुछ भी विफल नहीं हुआ, पर {unsure} का पता नहीं चल सका।</translation>
    </message>
    <message>
        <source>What was found on this computer</source>
        <translation>इस कंप्यूटर पर क्या मिला</translation>
    </message>
    <message>
        <source>Nothing to be noted: {names}.</source>
        <translation>कुछ भी दर्ज करने योग्य नहीं: {names}।</translation>
    </message>
    <message>
        <source>{name}: cannot be told ({why}).</source>
        <translation>{name}: पता नहीं चल सकता ({why})।</translation>
    </message>
    <message>
        <source>{name}: {found}. A person looks at it; nothing else follows.</source>
        <translation>{name}: {found}। कोई व्यक्ति इसे देखता है; इससे और कुछ नहीं होता।</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>प्रोग्राम</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>विंडो</translation>
    </message>
    <message>
        <source>displays</source>
        <translation>स्क्रीन</translation>
    </message>
    <message>
        <source>kind of computer</source>
        <translation>कंप्यूटर का प्रकार</translation>
    </message>
    <message>
        <source>remote control</source>
        <translation>दूर से नियंत्रण</translation>
    </message>
    <message>
        <source>screen recording</source>
        <translation>स्क्रीन रिकॉर्डिंग</translation>
    </message>
    <message>
        <source>camera and microphone</source>
        <translation>कैमरा और माइक्रोफ़ोन</translation>
    </message>
    <message>
        <source>this app itself</source>
        <translation>यह ऐप स्वयं</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>कीबोर्ड</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>क्लिपबोर्ड</translation>
    </message>
    <message>
        <source>way to the network</source>
        <translation>नेटवर्क का रास्ता</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>घड़ी</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>डिस्क</translation>
    </message>
    <message>
        <source>a program that is not allowed in this interview</source>
        <translation>ऐसा प्रोग्राम जिसकी इस इंटरव्यू में अनुमति नहीं है</translation>
    </message>
    <message>
        <source>another or a mirrored display</source>
        <translation>दूसरी या प्रतिबिंबित स्क्रीन</translation>
    </message>
    <message>
        <source>a connection from afar to this computer</source>
        <translation>इस कंप्यूटर से दूर का कनेक्शन</translation>
    </message>
    <message>
        <source>a recording or sharing of the screen</source>
        <translation>स्क्रीन की रिकॉर्डिंग या साझाकरण</translation>
    </message>
    <message>
        <source>keys that lead out of this app and cannot be held here</source>
        <translation>ऐसी कुंजियाँ जो इस ऐप से बाहर ले जाती हैं और यहाँ रोकी नहीं जा सकतीं</translation>
    </message>
    <message>
        <source>Close it, also where it only runs in the background.</source>
        <translation>इसे बंद करें, भले ही यह केवल पृष्ठभूमि में चल रहा हो।</translation>
    </message>
    <message>
        <source>Unplug it or switch it off, and end the mirroring.</source>
        <translation>उसे निकाल दें या बंद कर दें, और प्रतिबिंबन समाप्त करें।</translation>
    </message>
    <message>
        <source>End that connection, and sit at the computer itself.</source>
        <translation>वह कनेक्शन समाप्त करें, और स्वयं कंप्यूटर पर बैठें।</translation>
    </message>
    <message>
        <source>Stop it in the program that does it.</source>
        <translation>जो प्रोग्राम यह कर रहा है, उसमें इसे रोकें।</translation>
    </message>
    <message>
        <source>You cannot put that right here: press I need help, and a person decides.</source>
        <translation>इसे आप यहाँ ठीक नहीं कर सकते: “मुझे मदद चाहिए” दबाएँ, और कोई व्यक्ति निर्णय करेगा।</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>छोटा पाठ</translation>
    </message>
    <message>
        <source>Ctrl and −</source>
        <translation>Ctrl और −</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>बड़ा पाठ</translation>
    </message>
    <message>
        <source>Ctrl and +</source>
        <translation>Ctrl और +</translation>
    </message>
    <message>
        <source>Strong contrast (F4)</source>
        <translation>तेज़ कंट्रास्ट (F4)</translation>
    </message>
    <message>
        <source>Both are remembered on this computer.</source>
        <translation>दोनों इस कंप्यूटर पर याद रखे जाते हैं।</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>पाठ और कंट्रास्ट</translation>
    </message>
    <message>
        <source>Size of the text: {percent} %</source>
        <translation>पाठ का आकार: {percent} %</translation>
    </message>
</context>
<context>
    <name>Cameras</name>
    <message>
        <source>Recording</source>
        <translation>रिकॉर्डिंग</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Your answers are saved on this computer, but some have not reached the server. Stay until they have, or open the app again later: it goes on sending by itself.</source>
        <translation>आपके उत्तर इस कंप्यूटर पर सहेजे गए हैं, पर कुछ अभी सर्वर तक नहीं पहुँचे हैं। उनके पहुँचने तक रुकें, या बाद में ऐप फिर खोलें: वह अपने आप भेजना जारी रखता है।</translation>
    </message>
    <message>
        <source>The interview has not started and nothing is lost. Open the app again to go on before the time named in your invitation.</source>
        <translation>इंटरव्यू शुरू नहीं हुआ है और कुछ भी खोया नहीं है। आगे बढ़ने के लिए अपने निमंत्रण में बताए गए समय से पहले ऐप फिर खोलें।</translation>
    </message>
    <message>
        <source>Your answers are saved and the clocks stand still. You need not leave the app for a break. If you do, open it again before the interview goes on: it returns to this question. Those in charge are told that you left.</source>
        <translation>आपके उत्तर सहेजे गए हैं और घड़ियाँ रुकी हुई हैं। विराम के लिए ऐप से बाहर जाना ज़रूरी नहीं है। यदि आप बाहर जाते हैं, तो इंटरव्यू आगे चलने से पहले ऐप फिर खोलें: वह इसी प्रश्न पर लौटता है। प्रभारियों को बताया जाता है कि आप बाहर गए।</translation>
    </message>
    <message>
        <source>The practice ends here. Nothing of it was sent, and nothing is kept.</source>
        <translation>अभ्यास यहाँ समाप्त होता है। इसमें से कुछ नहीं भेजा गया और कुछ भी नहीं रखा जाता।</translation>
    </message>
    <message>
        <source>Your answers are saved. The clock goes on while you are away, and those in charge are told that you left. Until the time is over you can come back: open the app again, and it returns to this question. Leaving does not hand the interview in.</source>
        <translation>आपके उत्तर सहेजे गए हैं। आपके बाहर रहने पर घड़ी चलती रहती है, और प्रभारियों को बताया जाता है कि आप बाहर गए। समय समाप्त होने तक आप लौट सकते हैं: ऐप फिर खोलें, वह इसी प्रश्न पर लौटता है। बाहर जाने से इंटरव्यू जमा नहीं होता।</translation>
    </message>
    <message>
        <source>What is watched and sent</source>
        <translation>किसकी निगरानी होती है और क्या भेजा जाता है</translation>
    </message>
    <message>
        <source>Stop comparing my face and voice</source>
        <translation>मेरे चेहरे और आवाज़ की तुलना बंद करें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>The numbers made from your face and voice are destroyed, here and on the server, and nothing is compared any more. The interview goes on as before, and a person checks who you are. This cannot be undone in this interview.</source>
        <translation>आपके चेहरे और आवाज़ से बनी संख्याएँ यहाँ और सर्वर पर नष्ट कर दी जाती हैं, और आगे कोई तुलना नहीं होती। इंटरव्यू पहले की तरह चलता है, और कोई व्यक्ति आपकी पहचान की जाँच करता है। इस इंटरव्यू में इसे वापस नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>Stop comparing?</source>
        <translation>तुलना बंद करें?</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>तुलना बंद करें</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>कैमरा, माइक्रोफ़ोन और स्पीकर</translation>
    </message>
    <message>
        <source>Leave now?</source>
        <translation>अभी बाहर जाएँ?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>बाहर जाएँ</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>यहीं रहें</translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>Your code</source>
        <translation>आपका कोड</translation>
    </message>
    <message>
        <source>Tab indents. Press Escape and then Tab to leave the editor. Ctrl+F searches, Ctrl+G goes to a line, Ctrl+slash makes comments.</source>
        <translation>Tab से इंडेंट होता है। एडिटर से बाहर जाने के लिए Escape और फिर Tab दबाएँ। Ctrl+F खोजता है, Ctrl+G किसी पंक्ति पर ले जाता है, Ctrl+slash टिप्पणी बनाता है।</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Close brackets</source>
        <translation>कोष्ठक बंद करें</translation>
    </message>
    <message>
        <source>A bracket or quote brings its other half</source>
        <translation>कोष्ठक या उद्धरण चिह्न के साथ उसका दूसरा भाग भी आ जाता है</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Ctrl+F finds, Ctrl+H replaces, Ctrl+G goes to a line</source>
        <translation>Ctrl+F खोजता है, Ctrl+H बदलता है, Ctrl+G किसी पंक्ति पर ले जाता है</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>Ctrl+/ makes the selected lines comments, or code again</source>
        <translation>Ctrl+/ चुनी हुई पंक्तियों को टिप्पणी या फिर से कोड बनाता है</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>I have read this and I agree.</source>
        <translation>मैंने यह पढ़ लिया है और मैं सहमत हूँ।</translation>
    </message>
    <message>
        <source>A computer may compare my face and voice.</source>
        <translation>कंप्यूटर मेरे चेहरे और आवाज़ की तुलना कर सकता है।</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Before you agree</source>
        <translation>सहमति देने से पहले</translation>
    </message>
    <message>
        <source>This computer watches during the interview so that no person has to. Look this up at any time under “Watched and sent”.</source>
        <translation>इंटरव्यू के दौरान यह कंप्यूटर निगरानी करता है, ताकि किसी व्यक्ति को न करनी पड़े। आप इसे कभी भी “निगरानी और प्रेषण” में देख सकते हैं।</translation>
    </message>
    <message>
        <source>If you do not agree, choose Leave above: no picture or sound was kept.</source>
        <translation>यदि आप सहमत नहीं हैं, तो ऊपर “बाहर जाएँ” चुनें: कोई तस्वीर या आवाज़ नहीं रखी गई है।</translation>
    </message>
    <message>
        <source>A computer may compare my face.</source>
        <translation>कंप्यूटर मेरे चेहरे की तुलना कर सकता है।</translation>
    </message>
    <message>
        <source>A computer may compare my voice.</source>
        <translation>कंप्यूटर मेरी आवाज़ की तुलना कर सकता है।</translation>
    </message>
    <message>
        <source>Left empty, a person checks who you are instead.</source>
        <translation>खाली छोड़ने पर, इसके बजाय कोई व्यक्ति आपकी पहचान की जाँच करता है।</translation>
    </message>
    <message>
        <source>This interview needs it: for a way without, ask the person who invited you.</source>
        <translation>इस इंटरव्यू के लिए यह ज़रूरी है: इसके बिना कोई रास्ता चाहिए तो आपको आमंत्रित करने वाले व्यक्ति से पूछें।</translation>
    </message>
</context>
<context>
    <name>DeviceCheck</name>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>कैमरा, माइक्रोफ़ोन और स्पीकर</translation>
    </message>
    <message>
        <source>See that the picture shows your face and that the bar moves when you speak. Nothing is recorded yet. You can switch devices later as well.</source>
        <translation>देख लें कि तस्वीर में आपका चेहरा दिखे और बोलने पर पट्टी हिले। अभी कुछ भी रिकॉर्ड नहीं हो रहा है। डिवाइस बाद में भी बदले जा सकते हैं।</translation>
    </message>
    <message>
        <source>Continue opens once the camera gives a picture.</source>
        <translation>कैमरे से तस्वीर आते ही “आगे बढ़ें” उपलब्ध हो जाएगा।</translation>
    </message>
    <message>
        <source>Connect a microphone and choose it above to continue.</source>
        <translation>आगे बढ़ने के लिए माइक्रोफ़ोन जोड़ें और उसे ऊपर चुनें।</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Camera</source>
        <translation>कैमरा</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>माइक्रोफ़ोन</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>स्पीकर</translation>
    </message>
    <message>
        <source>Play a test sentence</source>
        <translation>परीक्षण वाक्य सुनें</translation>
    </message>
    <message>
        <source>Says a short sentence on the chosen speaker</source>
        <translation>चुने हुए स्पीकर पर एक छोटा वाक्य बोलता है</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>कोई नहीं मिला</translation>
    </message>
    <message>
        <source>No camera is in use. Connect one or choose it above.</source>
        <translation>कोई कैमरा उपयोग में नहीं है। कैमरा जोड़ें या ऊपर चुनें।</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, then choose it above.</source>
        <translation>कोई कैमरा नहीं मिला। कैमरा जोड़ें, फिर उसे ऊपर चुनें।</translation>
    </message>
    <message>
        <source>No microphone is in use. Connect one or choose it above.</source>
        <translation>कोई माइक्रोफ़ोन उपयोग में नहीं है। माइक्रोफ़ोन जोड़ें या ऊपर चुनें।</translation>
    </message>
    <message>
        <source>No microphone was found. Connect one, then choose it above.</source>
        <translation>कोई माइक्रोफ़ोन नहीं मिला। माइक्रोफ़ोन जोड़ें, फिर उसे ऊपर चुनें।</translation>
    </message>
    <message>
        <source>Your microphone hears you.</source>
        <translation>माइक्रोफ़ोन में आपकी आवाज़ आ रही है।</translation>
    </message>
    <message>
        <source>Say something: the bar should move.</source>
        <translation>कुछ बोलें: पट्टी हिलनी चाहिए।</translation>
    </message>
    <message>
        <source>The system&apos;s own voice is heard on the system&apos;s own speaker. To hear it on this one, choose it in the system&apos;s sound settings as well.</source>
        <translation>सिस्टम की अपनी आवाज़ सिस्टम के अपने स्पीकर पर सुनाई देती है। उसे इस स्पीकर पर सुनने के लिए, सिस्टम की ध्वनि सेटिंग में भी इसे चुनें।</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>इससे बदलें</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>पंक्ति पर जाएँ</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>पंक्ति संख्या</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>छोटे-बड़े अक्षर मिलाएँ</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>पिछला</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>अगला</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>सभी बदलें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation>कोड पर वापस</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>कुल {n} में से</translation>
    </message>
    <message>
        <source>1 replaced</source>
        <translation>1 बदला गया</translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>{n} बदले गए</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>नहीं मिला</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{count} में से {number}</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 जगह</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} जगहें</translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message>
        <source>Handing in</source>
        <translation>जमा किया जा रहा है</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>ऐप बंद करें</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>फ़ाइल के रूप में सहेजें …</translation>
    </message>
    <message>
        <source>Writes everything that was recorded into one sealed file</source>
        <translation>जो कुछ रिकॉर्ड हुआ, उसे एक सीलबंद फ़ाइल में लिखता है</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>कृपया एक क्षण रुकें</translation>
    </message>
    <message>
        <source>Your interview was ended</source>
        <translation>आपका इंटरव्यू समाप्त कर दिया गया</translation>
    </message>
    <message>
        <source>That was the practice interview</source>
        <translation>यह अभ्यास साक्षात्कार था</translation>
    </message>
    <message>
        <source>Thank you: your interview is handed in</source>
        <translation>धन्यवाद: आपका इंटरव्यू जमा हो गया है</translation>
    </message>
    <message>
        <source>Your interview is being handed in</source>
        <translation>आपका इंटरव्यू जमा किया जा रहा है</translation>
    </message>
    <message>
        <source>The time is over. </source>
        <translation>समय समाप्त हो गया है। </translation>
    </message>
    <message>
        <source>A person decided this, no program did. Everything that you answered has arrived and is kept; nothing was thrown away.

What happens next: people at {organisation} read it and write to you. If you think this was a mistake, reply to your invitation and quote {number}: the interview can be opened again, with the time that was left. You can close the app now.</source>
        <translation>यह निर्णय किसी व्यक्ति ने लिया, किसी प्रोग्राम ने नहीं। आपके दिए सभी उत्तर पहुँच गए हैं और रखे गए हैं; कुछ भी हटाया नहीं गया।

आगे क्या होगा: {organisation} की ओर से इसे पढ़ा जाएगा और आपको लिखा जाएगा। यदि आपको लगता है कि यह भूल थी, तो अपने निमंत्रण का जवाब दें और {number} बताएँ: इंटरव्यू बचे हुए समय के साथ फिर से खोला जा सकता है। अब आप ऐप बंद कर सकते हैं।</translation>
    </message>
    <message>
        <source>In an interview your answers would now be with the people who invited you. Here nothing was sent, and all of it is deleted when you go on. You can practise as often as you like.</source>
        <translation>साक्षात्कार में आपके उत्तर अब उन लोगों के पास होते जिन्होंने आपको आमंत्रित किया। यहाँ कुछ नहीं भेजा गया, और आगे बढ़ने पर सब मिटा दिया जाता है। आप जितनी बार चाहें अभ्यास कर सकते हैं।</translation>
    </message>
    <message>
        <source>There may be one more question about your last answer. If none comes within a few seconds, your interview is handed in by itself.</source>
        <translation>आपके अंतिम उत्तर के बारे में एक और प्रश्न आ सकता है। यदि कुछ सेकंड में कोई प्रश्न नहीं आता, तो आपका इंटरव्यू अपने आप जमा हो जाएगा।</translation>
    </message>
    <message>
        <source>Everything has arrived. People will read your answers; {organisation} tells you how it goes on. You can close the app now.</source>
        <translation>सब कुछ पहुँच गया है। आपके उत्तर लोग पढ़ेंगे; {organisation} की ओर से आपको आगे की जानकारी दी जाएगी। अब आप ऐप बंद कर सकते हैं।</translation>
    </message>
    <message>
        <source>There is no connection at the moment. Your answers are safe on this computer. Keep the app open: it goes on by itself once the connection is back. You can also leave, and open the app again later, even tomorrow: it goes on sending.</source>
        <translation>इस समय कनेक्शन नहीं है। आपके उत्तर इस कंप्यूटर पर सुरक्षित हैं। ऐप खुला रखें: कनेक्शन लौटते ही वह अपने आप आगे बढ़ेगा। आप बाहर जाकर ऐप को बाद में, कल भी, फिर खोल सकते हैं: वह भेजना जारी रखता है।</translation>
    </message>
    <message>
        <source>End the practice</source>
        <translation>अभ्यास समाप्त करें</translation>
    </message>
    <message>
        <source>Everything is in the file {name} ({size}). Give it to the people who invited you. It is sealed: only their server can read it. The app still goes on trying to send.</source>
        <translation>सब कुछ फ़ाइल {name} ({size}) में है। इसे आपको आमंत्रित करने वाले लोगों को दें। यह सीलबंद है: इसे केवल उनका सर्वर पढ़ सकता है। ऐप अब भी भेजने की कोशिश करता रहता है।</translation>
    </message>
    <message>
        <source>If the connection does not come back at all, you can save everything as one sealed file, on a USB stick for example, and give it to {organisation}.</source>
        <translation>यदि कनेक्शन बिल्कुल न लौटे, तो आप सब कुछ एक सीलबंद फ़ाइल में, जैसे USB स्टिक पर, सहेजकर {organisation} को दे सकते हैं।</translation>
    </message>
    <message>
        <source>the people who invited you</source>
        <translation>आपको आमंत्रित करने वाले लोगों</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>फ़ाइल कहाँ सहेजें</translation>
    </message>
    <message>
        <source>All answers are saved. Please keep the app open until they have been sent.</source>
        <translation>सभी उत्तर सहेजे गए हैं। उनके भेजे जाने तक कृपया ऐप खुला रखें।</translation>
    </message>
    <message>
        <source>Switching the camera off …</source>
        <translation>कैमरा बंद किया जा रहा है …</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>आपने जो कहा, वह लिखा जा रहा है …</translation>
    </message>
    <message>
        <source>Closing the interview …</source>
        <translation>इंटरव्यू बंद किया जा रहा है …</translation>
    </message>
</context>
<context>
    <name>GazePage</name>
    <message>
        <source>This takes about 30 seconds. A point appears at 13 places of your screen, one after the other: look at each until the next one comes. Sit as you will sit later, about an arm&apos;s length away, and keep your head fairly still. You need to press nothing.</source>
        <translation>इसमें लगभग 30 सेकंड लगते हैं। आपकी स्क्रीन पर 13 जगहों पर एक के बाद एक बिंदु दिखाई देगा: हर बिंदु को तब तक देखें जब तक अगला न आ जाए। वैसे ही बैठें जैसे बाद में बैठेंगे, स्क्रीन से लगभग एक हाथ की दूरी पर, और सिर को काफ़ी स्थिर रखें। आपको कुछ भी दबाना नहीं है।</translation>
    </message>
    <message>
        <source>No picture is kept: only how the direction of your eyes belongs to places on the screen, and how exact that is. If you skip it, eyes are judged more carefully: less is noticed, and nothing counts against you.</source>
        <translation>कोई तस्वीर नहीं रखी जाती: केवल यह कि आपकी आँखों की दिशा स्क्रीन की किन जगहों से मेल खाती है और यह कितना सटीक है। इसे छोड़ने पर आँखों को अधिक सावधानी से आँका जाता है: कम बातें दर्ज होती हैं, और कुछ भी आपके विरुद्ध नहीं गिना जाता।</translation>
    </message>
    <message>
        <source>This computer does not know how large your screen is, so a 14-inch one is assumed; the result says how exact that came out.</source>
        <translation>इस कंप्यूटर को आपकी स्क्रीन का आकार ज्ञात नहीं है, इसलिए 14 इंच माना गया है; परिणाम बताएगा कि यह कितना सटीक रहा।</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>शुरू करें</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>इसे छोड़ें</translation>
    </message>
    <message>
        <source>Where you look</source>
        <translation>आप कहाँ देखते हैं</translation>
    </message>
    <message>
        <source>You are asked to do this once more. {why} The clock of your question stands still meanwhile, and your answer is saved.</source>
        <translation>आपसे इसे एक बार और करने का अनुरोध है। {why} इस बीच आपके प्रश्न की घड़ी रुकी रहती है, और आपका उत्तर सहेजा हुआ है।</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>एक बार और कोशिश करें</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>इसके बिना आगे बढ़ें</translation>
    </message>
</context>
<context>
    <name>Glow</name>
    <message>
        <source>The light of the screen changes</source>
        <translation>स्क्रीन की रोशनी बदलती है</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>रोकें (Esc)</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>I need help</source>
        <translation>मुझे मदद चाहिए</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>संदेश, विराम या कोई व्यक्ति; मदद माँगने से कुछ समाप्त नहीं होता (F1)</translation>
    </message>
    <message>
        <source>The interview is paused</source>
        <translation>इंटरव्यू रुका हुआ है</translation>
    </message>
    <message>
        <source>The clocks stand still. The camera is off, and nothing is watched or recorded. You may leave your place. Your answers are saved.

The interview goes on at this question when {whom} resumes it: stay where you can see this screen.</source>
        <translation>घड़ियाँ रुकी हुई हैं। कैमरा बंद है, और न कोई निगरानी हो रही है, न रिकॉर्डिंग। आप अपनी जगह से उठ सकते हैं। आपके उत्तर सहेजे गए हैं।

{whom} की ओर से फिर शुरू किए जाने पर इंटरव्यू इसी प्रश्न से आगे चलेगा: ऐसी जगह रहें जहाँ से यह स्क्रीन दिखे।</translation>
    </message>
    <message>
        <source>the person in charge</source>
        <translation>प्रभारी व्यक्ति</translation>
    </message>
    <message>
        <source>{left} left when it goes on</source>
        <translation>आगे चलने पर {left} शेष</translation>
    </message>
    <message>
        <source>The screen is covered for the moment</source>
        <translation>स्क्रीन फ़िलहाल ढकी हुई है</translation>
    </message>
    <message>
        <source>Please stay at your place: the question comes back by itself as soon as {whom} uncovers it. Your answers are saved.

The clocks stand still: all the time that the screen is covered is given back to you, also without a connection. The watch goes on.

If it takes long, or you think that it is a mistake, press I need help: there you can write to {whom}, and it says whom to call.</source>
        <translation>कृपया अपनी जगह पर रहें: जैसे ही {whom} इसे खोलेंगे, प्रश्न अपने-आप लौट आएगा। आपके उत्तर सहेजे गए हैं।

घड़ियाँ रुकी हुई हैं: जितने समय स्क्रीन ढकी रहती है, वह पूरा समय आपको लौटाया जाता है, कनेक्शन के बिना भी। निगरानी चलती रहती है।

यदि देर लगे, या आपको लगे कि यह ग़लती है, तो “मुझे मदद चाहिए” दबाएँ: वहाँ आप {whom} को लिख सकते हैं, और वहाँ लिखा है कि किसे फ़ोन करें।</translation>
    </message>
    <message>
        <source>The questions are covered for the moment</source>
        <translation>प्रश्न अभी ढके हुए हैं</translation>
    </message>
    <message>
        <source>The clocks stand still meanwhile, for {length} more at most.</source>
        <translation>इस बीच घड़ियाँ रुकी रहती हैं, अधिक से अधिक {length} और।</translation>
    </message>
    <message>
        <source>The clocks go on now; a person can give you more time.</source>
        <translation>घड़ियाँ अब चल रही हैं; कोई व्यक्ति आपको अधिक समय दे सकता है।</translation>
    </message>
    <message>
        <source>The questions come back by themselves a few seconds after it is put right. Your answers are saved.

{stands}

If you cannot put it right, or think that it is a mistake, press I need help: {whom} can let you go on in spite of it.</source>
        <translation>ठीक होने के कुछ सेकंड बाद प्रश्न अपने-आप लौट आते हैं। आपके उत्तर सहेजे गए हैं।

{stands}

यदि आप इसे ठीक नहीं कर सकते, या आपको लगता है कि यह ग़लती है, तो “मुझे मदद चाहिए” दबाएँ: {whom} इसके बावजूद आपको आगे बढ़ने दे सकते हैं।</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>कुल {left} शेष</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>माइक्रोफ़ोन का स्तर</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Recording</source>
        <translation>रिकॉर्डिंग</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Flag for later</source>
        <translation>बाद के लिए निशान लगाएँ</translation>
    </message>
    <message>
        <source>Marks this question in the overview, for yourself only</source>
        <translation>सूची में इस प्रश्न पर निशान लगाता है, केवल आपके लिए</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>सभी प्रश्न</translation>
    </message>
    <message>
        <source>Shows which questions are answered, and which are open (Ctrl+O)</source>
        <translation>दिखाता है कि किन प्रश्नों के उत्तर दिए गए हैं और कौन-से बाकी हैं (Ctrl+O)</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>पिछला प्रश्न</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>निशान हटाएँ</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Camera picture</source>
        <translation>कैमरे की तस्वीर</translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation>कैमरे की प्रतीक्षा है …</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Enter an invite link</source>
        <translation>निमंत्रण लिंक डालें</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>ऐप बंद करें</translation>
    </message>
    <message>
        <source>What you have answered until now is kept on this computer.</source>
        <translation>अब तक के आपके उत्तर इस कंप्यूटर पर रखे गए हैं।</translation>
    </message>
    <message>
        <source>The app cannot go on by itself</source>
        <translation>ऐप अपने आप आगे नहीं बढ़ सकता</translation>
    </message>
</context>
<context>
    <name>ProseEditor</name>
    <message>
        <source>Your answer</source>
        <translation>आपका उत्तर</translation>
    </message>
    <message>
        <source>Write your answer here …</source>
        <translation>अपना उत्तर यहाँ लिखें …</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Done, next question</source>
        <translation>पूरा हुआ, अगला प्रश्न</translation>
    </message>
    <message>
        <source>or press Ctrl+Enter</source>
        <translation>या Ctrl+Enter दबाएँ</translation>
    </message>
    <message>
        <source>Question {n} of {count}</source>
        <translation>{count} में से प्रश्न {n}</translation>
    </message>
    <message>
        <source>{marks} marks</source>
        <translation>{marks} अंक</translation>
    </message>
    <message>
        <source>One more question</source>
        <translation>एक और प्रश्न</translation>
    </message>
    <message>
        <source>It is about your answer to question {n}. It has its own time, which is added to the whole, and no marks of its own: people read it beside that answer.</source>
        <translation>यह प्रश्न {n} के आपके उत्तर के बारे में है। इसका अपना समय है, जो कुल समय में जुड़ जाता है, और इसके अलग अंक नहीं हैं: लोग इसे उस उत्तर के साथ पढ़ते हैं।</translation>
    </message>
    <message>
        <source>The time for this question is over. What you had is saved and can be read; go on with another question.</source>
        <translation>इस प्रश्न का समय समाप्त हो गया है। आपने जो लिखा या कहा वह सहेजा हुआ है और पढ़ा जा सकता है; किसी दूसरे प्रश्न पर जाएँ।</translation>
    </message>
    <message>
        <source>The time for question {n} was over. What you had is saved; this is the next one.</source>
        <translation>प्रश्न {n} का समय समाप्त हो गया था। आपने जो लिखा या कहा वह सहेजा हुआ है; यह अगला प्रश्न है।</translation>
    </message>
    <message>
        <source>Done, hand in</source>
        <translation>पूरा हुआ, जमा करें</translation>
    </message>
    <message>
        <source>Hand in without reading it</source>
        <translation>बिना पढ़े जमा करें</translation>
    </message>
    <message>
        <source>Hand in this answer</source>
        <translation>यह उत्तर जमा करें</translation>
    </message>
    <message>
        <source>Keep it, next question</source>
        <translation>इसे रखें, अगला प्रश्न</translation>
    </message>
    <message>
        <source>Look over all, hand in</source>
        <translation>सब देखें, जमा करें</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>अगला प्रश्न</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Play my answer</source>
        <translation>मेरा उत्तर चलाएँ</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>यहाँ से चलाएँ</translation>
    </message>
    <message>
        <source>Plays your answer from the word at the text cursor.</source>
        <translation>आपका उत्तर उस शब्द से चलाता है जहाँ टेक्स्ट कर्सर है।</translation>
    </message>
    <message>
        <source>Next unsure word</source>
        <translation>अगला अनिश्चित शब्द</translation>
    </message>
    <message>
        <source>Goes to the next underlined word, so that you can play or correct it.</source>
        <translation>अगले रेखांकित शब्द पर ले जाता है, ताकि आप उसे सुन सकें या ठीक कर सकें।</translation>
    </message>
    <message>
        <source>What we understood</source>
        <translation>हमने क्या समझा</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>चलाना रोकें</translation>
    </message>
    <message>
        <source>Your answer cannot be played here. It is saved all the same; try another speaker under Devices.</source>
        <translation>आपका उत्तर यहाँ नहीं चलाया जा सकता। फिर भी वह सहेजा हुआ है; “डिवाइस” में कोई दूसरा स्पीकर आज़माएँ।</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>आपने जो कहा, वह लिखा जा रहा है …</translation>
    </message>
    <message>
        <source>Your recording is your answer, this text helps whoever reads it. Correct what was misheard; please do not add what you did not say.</source>
        <translation>आपकी रिकॉर्डिंग ही आपका उत्तर है, यह पाठ केवल पढ़ने वाले की मदद के लिए है। जो गलत सुना गया उसे ठीक करें; जो आपने नहीं कहा, कृपया उसे न जोड़ें।</translation>
    </message>
    <message>
        <source>1 word is underlined: it was not understood for sure.</source>
        <translation>1 शब्द रेखांकित है: वह पक्के तौर पर समझा नहीं जा सका।</translation>
    </message>
    <message>
        <source>{n} words are underlined: they were not understood for sure.</source>
        <translation>{n} शब्द रेखांकित हैं: वे पक्के तौर पर समझे नहीं जा सके।</translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Run the examples</source>
        <translation>उदाहरण चलाएँ</translation>
    </message>
    <message>
        <source>Ctrl+R runs your code on these examples; no score comes of it</source>
        <translation>Ctrl+R इन उदाहरणों पर आपका कोड चलाता है; इससे कोई अंक नहीं बनते</translation>
    </message>
    <message>
        <source>Examples and their results</source>
        <translation>उदाहरण और उनके परिणाम</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>उदाहरण</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>इनपुट</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>अपेक्षित</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>The chosen example in full</source>
        <translation>चुना हुआ उदाहरण, पूरा</translation>
    </message>
    <message>
        <source>Running … You can go on typing.</source>
        <translation>चल रहा है … आप लिखना जारी रख सकते हैं।</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>त्रुटियाँ</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>आउटपुट</translation>
    </message>
    <message>
        <source>The compiler says</source>
        <translation>कंपाइलर का संदेश</translation>
    </message>
    <message>
        <source>{verdict}, {ms} ms</source>
        <translation>{verdict}, {ms} ms</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>सफल</translation>
    </message>
    <message>
        <source>Printed something else</source>
        <translation>आउटपुट अलग था</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>बहुत समय लिया</translation>
    </message>
    <message>
        <source>Used too much memory</source>
        <translation>बहुत अधिक मेमोरी ली</translation>
    </message>
    <message>
        <source>Printed too much</source>
        <translation>आउटपुट बहुत अधिक था</translation>
    </message>
    <message>
        <source>Stopped with an error</source>
        <translation>त्रुटि के साथ रुक गया</translation>
    </message>
    <message>
        <source>Did not compile</source>
        <translation>कंपाइल नहीं हुआ</translation>
    </message>
    <message>
        <source>Could not be run here</source>
        <translation>यहाँ चलाया नहीं जा सका</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
</context>
<context>
    <name>Selfie</name>
    <message>
        <source>Take the picture</source>
        <translation>तस्वीर लें</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>यह तस्वीर रखें</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>दूसरी तस्वीर लें</translation>
    </message>
    <message>
        <source>It shows the people who read your interview who took it. Look into the camera, with light on your face.</source>
        <translation>इससे आपका इंटरव्यू पढ़ने वालों को दिखता है कि इंटरव्यू किसने दिया। कैमरे में देखें, चेहरे पर रोशनी हो।</translation>
    </message>
    <message>
        <source>A picture of you</source>
        <translation>आपकी एक तस्वीर</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>शुरू करें</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>इसे छोड़ें</translation>
    </message>
    <message>
        <source>The whole screen changes its colour slowly for a few seconds, and your face reflects it. That shows that a person sits here, not a picture. Look at the screen and keep still; no picture of it is kept.</source>
        <translation>कुछ सेकंड तक पूरी स्क्रीन धीरे-धीरे अपना रंग बदलती है, और आपका चेहरा उसे परावर्तित करता है। इससे पता चलता है कि यहाँ कोई व्यक्ति बैठा है, कोई तस्वीर नहीं। स्क्रीन को देखें और स्थिर रहें; इसकी कोई तस्वीर नहीं रखी जाती।</translation>
    </message>
    <message>
        <source>If changing light can harm you (photosensitivity, migraine), skip this. Skipping is noted as not done and counts as nothing else. Escape stops it at any moment.</source>
        <translation>यदि बदलती रोशनी से आपको हानि हो सकती है (प्रकाश-संवेदनशीलता, माइग्रेन), तो इसे छोड़ दें। छोड़ने पर “नहीं किया गया” दर्ज होता है और उसका कोई और अर्थ नहीं लिया जाता। Escape से इसे किसी भी क्षण रोका जा सकता है।</translation>
    </message>
    <message>
        <source>Light on your face</source>
        <translation>आपके चेहरे पर रोशनी</translation>
    </message>
    <message>
        <source>Looking at the result …</source>
        <translation>परिणाम देखा जा रहा है …</translation>
    </message>
    <message>
        <source>The picture is clear.</source>
        <translation>तस्वीर साफ़ है।</translation>
    </message>
    <message>
        <source>Sending the picture …</source>
        <translation>तस्वीर भेजी जा रही है …</translation>
    </message>
    <message>
        <source>If it does not get better, use this one: a person will look at it.</source>
        <translation>यदि इससे बेहतर न आए, तो यही रखें: कोई व्यक्ति इसे देखेगा।</translation>
    </message>
</context>
<context>
    <name>SpokenPanel</name>
    <message>
        <source>Record your answer</source>
        <translation>अपना उत्तर रिकॉर्ड करें</translation>
    </message>
    <message>
        <source>Recording time so far</source>
        <translation>अब तक का रिकॉर्डिंग समय</translation>
    </message>
    <message>
        <source>You can pause while you speak. What you say is saved as you speak, also when the connection fails or the computer stops.</source>
        <translation>बोलते समय आप बीच में रुक सकते हैं। आप जो कहते हैं वह साथ-साथ सहेजा जाता है, कनेक्शन टूटने या कंप्यूटर बंद होने पर भी।</translation>
    </message>
    <message>
        <source>Finished, or still thinking? Take your time: the recording goes on.</source>
        <translation>पूरा हुआ, या अभी सोच रहे हैं? आराम से सोचें: रिकॉर्डिंग चलती रहती है।</translation>
    </message>
    <message>
        <source>I am finished</source>
        <translation>मेरा उत्तर पूरा हुआ</translation>
    </message>
    <message>
        <source>Still thinking</source>
        <translation>अभी सोचना है</translation>
    </message>
    <message>
        <source>So far: {text}</source>
        <translation>अब तक: {text}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>फिर से रिकॉर्ड करें</translation>
    </message>
    <message>
        <source>Press Record and speak. Take a moment to think first.</source>
        <translation>“रिकॉर्ड करें” दबाएँ और बोलें। पहले सोचने के लिए थोड़ा समय लें।</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>माइक्रोफ़ोन खोला जा रहा है …</translation>
    </message>
    <message>
        <source>Recording, attempt {n}: speak now.</source>
        <translation>रिकॉर्डिंग चल रही है, प्रयास {n}: अब बोलें।</translation>
    </message>
    <message>
        <source>Saving what you said …</source>
        <translation>आपने जो कहा, वह सहेजा जा रहा है …</translation>
    </message>
    <message>
        <source>Your answer is saved (attempt {n}).</source>
        <translation>आपका उत्तर सहेजा गया है (प्रयास {n})।</translation>
    </message>
    <message>
        <source> You may record it again: every attempt is kept, the last one counts.</source>
        <translation> आप इसे फिर से रिकॉर्ड कर सकते हैं: हर प्रयास रखा जाता है, अंतिम प्रयास गिना जाता है।</translation>
    </message>
    <message>
        <source>Attempt {n} · {length} · saved</source>
        <translation>प्रयास {n} · {length} · सहेजा गया</translation>
    </message>
    <message>
        <source>Attempt {n} · saved</source>
        <translation>प्रयास {n} · सहेजा गया</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Look at the point</source>
        <translation>बिंदु को देखें</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>छोड़ें (Esc)</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{count} में से {n}</translation>
    </message>
    <message>
        <source>Working out the result …</source>
        <translation>परिणाम निकाला जा रहा है …</translation>
    </message>
</context>
<context>
    <name>TextAnswer</name>
    <message>
        <source>Saving …</source>
        <translation>सहेजा जा रहा है …</translation>
    </message>
    <message>
        <source>Saved on this computer.</source>
        <translation>इस कंप्यूटर पर सहेजा गया।</translation>
    </message>
    <message>
        <source>Your answer is saved as you type.</source>
        <translation>आपका उत्तर लिखने के साथ-साथ सहेजा जाता है।</translation>
    </message>
    <message>
        <source>Text from other programs cannot be pasted in this interview. Please type it; what you copy inside this window can be pasted.</source>
        <translation>इस इंटरव्यू में दूसरे प्रोग्रामों का टेक्स्ट पेस्ट नहीं किया जा सकता। कृपया उसे टाइप करें; इस विंडो के भीतर कॉपी किया गया टेक्स्ट पेस्ट किया जा सकता है।</translation>
    </message>
    <message>
        <source>You pasted text from another program. That is allowed here, and it is noted with your answer.</source>
        <translation>आपने दूसरे प्रोग्राम का टेक्स्ट पेस्ट किया। यहाँ इसकी अनुमति है, और यह आपके उत्तर के साथ दर्ज किया जाता है।</translation>
    </message>
    <message>
        <source>An answer can have {n} characters. What is beyond them is shown here and is not saved.</source>
        <translation>एक उत्तर में {n} वर्ण हो सकते हैं। उससे आगे का भाग यहाँ दिखता है, पर सहेजा नहीं जाता।</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 शब्द</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} शब्द</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>{left} left for this question</source>
        <translation>इस प्रश्न के लिए {left} शेष</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>कुल {left} शेष</translation>
    </message>
    <message>
        <source>Last minute of the interview. What you have is handed in when it ends.</source>
        <translation>इंटरव्यू का अंतिम मिनट। समाप्त होने पर आपके अब तक के उत्तर जमा हो जाएँगे।</translation>
    </message>
    <message>
        <source>Less than {n} minutes left in all.</source>
        <translation>कुल {n} मिनट से कम शेष।</translation>
    </message>
    <message>
        <source>Last minute for this question. What you have is saved when it ends.</source>
        <translation>इस प्रश्न का अंतिम मिनट। समाप्त होने पर आपका अब तक का उत्तर सहेजा जाएगा।</translation>
    </message>
    <message>
        <source>Less than {n} minutes left for this question.</source>
        <translation>इस प्रश्न के लिए {n} मिनट से कम शेष।</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Transcript of your answer</source>
        <translation>आपके उत्तर का लिखित रूप</translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>{passed} of {total} passed.</source>
        <translation>{total} में से {passed} सफल।</translation>
    </message>
    <message>
        <source>The code does not compile; what the compiler says is below.</source>
        <translation>कोड कंपाइल नहीं होता; कंपाइलर का संदेश नीचे है।</translation>
    </message>
    <message>
        <source>The examples could not be run just now. That says nothing about your code.</source>
        <translation>उदाहरण अभी चलाए नहीं जा सके। इससे आपके कोड के बारे में कुछ पता नहीं चलता।</translation>
    </message>
    <message>
        <source>The last run has not ended yet. Try again in a moment.</source>
        <translation>पिछला रन अभी समाप्त नहीं हुआ है। थोड़ी देर में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>रोका गया।</translation>
    </message>
    <message>
        <source>There is no connection, so nothing can be run now. Your code is saved here; go on writing, and try again later.</source>
        <translation>कनेक्शन नहीं है, इसलिए अभी कुछ भी चलाया नहीं जा सकता। आपका कोड यहाँ सहेजा हुआ है; लिखते रहें और बाद में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>This organisation does not run code during the interview. Your code is saved and is looked at all the same.</source>
        <translation>यह संस्था इंटरव्यू के दौरान कोड नहीं चलाती। आपका कोड सहेजा हुआ है और फिर भी देखा जाएगा।</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Record</source>
        <translation>रिकॉर्ड करें</translation>
    </message>
    <message>
        <source>Read this aloud</source>
        <translation>इसे ज़ोर से पढ़ें</translation>
    </message>
    <message>
        <source>“The morning train was late, so we walked along the river and counted seven small boats.”</source>
        <translation>“सुबह की ट्रेन देर से आई, इसलिए हमने नदी के किनारे सैर की और सात छोटी नावें गिनीं।”</translation>
    </message>
    <message>
        <source>Start the interview</source>
        <translation>इंटरव्यू शुरू करें</translation>
    </message>
    <message>
        <source>When you are ready</source>
        <translation>जब आप तैयार हों</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>आपकी आवाज़</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>शुरू करने के लिए तैयार</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>फिर से रिकॉर्ड करें</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Press Record, read the sentence, press Stop.</source>
        <translation>“रिकॉर्ड करें” दबाएँ, वाक्य पढ़ें, फिर “रोकें” दबाएँ।</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>माइक्रोफ़ोन खोला जा रहा है …</translation>
    </message>
    <message>
        <source>Recording: read the sentence now.</source>
        <translation>रिकॉर्डिंग चल रही है: अब वाक्य पढ़ें।</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>सहेजा जा रहा है …</translation>
    </message>
    <message>
        <source>{count} questions, {length} in all. The clock starts when you press the button and does not stop. Each question has its own time as well. You may look at your keyboard and think with your eyes closed.</source>
        <translation>{count} प्रश्न, कुल {length}। बटन दबाते ही घड़ी शुरू होती है और रुकती नहीं है। हर प्रश्न का अपना समय भी है। आप अपने कीबोर्ड को देख सकते हैं और आँखें बंद करके सोच सकते हैं।</translation>
    </message>
    <message>
        <source>Opening the questions …</source>
        <translation>प्रश्न खोले जा रहे हैं …</translation>
    </message>
    <message>
        <source>The sample is saved.</source>
        <translation>नमूना सहेजा गया है।</translation>
    </message>
    <message>
        <source>The sample is saved, but it cannot be used to recognise your voice: {note} You can record again, or go on without.</source>
        <translation>नमूना सहेजा गया है, पर इससे आपकी आवाज़ पहचानी नहीं जा सकती: {note} आप फिर से रिकॉर्ड कर सकते हैं, या इसके बिना आगे बढ़ सकते हैं।</translation>
    </message>
</context>
<context>
    <name>VoiceControls</name>
    <message>
        <source>Read aloud again</source>
        <translation>फिर से पढ़कर सुनाएँ</translation>
    </message>
    <message>
        <source>Or press R while you are not typing.</source>
        <translation>या जब आप टाइप न कर रहे हों, तब R दबाएँ।</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>धीमा</translation>
    </message>
    <message>
        <source>Volume of the voice, in percent</source>
        <translation>आवाज़ की तीव्रता, प्रतिशत में</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>आवाज़ की तीव्रता</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock stands still.</source>
        <translation>पढ़कर सुनाया जा रहा है। आपकी घड़ी रुकी हुई है।</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock runs.</source>
        <translation>पढ़कर सुनाया जा रहा है। आपकी घड़ी चल रही है।</translation>
    </message>
    <message>
        <source>The system&apos;s own voice takes another volume from the next text on.</source>
        <translation>सिस्टम की अपनी आवाज़ नई तीव्रता अगले पाठ से अपनाती है।</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Go on with this interview</source>
        <translation>यह इंटरव्यू जारी रखें</translation>
    </message>
    <message>
        <source>You began to prepare for it here. Its clock has not started yet.</source>
        <translation>आपने यहाँ इसकी तैयारी शुरू की थी। इसकी घड़ी अभी शुरू नहीं हुई है।</translation>
    </message>
    <message>
        <source>Invite link or code</source>
        <translation>निमंत्रण लिंक या कोड</translation>
    </message>
    <message>
        <source>Language of this app</source>
        <translation>इस ऐप की भाषा</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Check the invite</source>
        <translation>निमंत्रण जाँचें</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>पहले अभ्यास करें</translation>
    </message>
    <message>
        <source>Three short questions without an invite; nothing is sent or kept</source>
        <translation>बिना आमंत्रण के तीन छोटे प्रश्न; कुछ भी भेजा या रखा नहीं जाता</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>इस कंप्यूटर को जाँचें</translation>
    </message>
    <message>
        <source>Camera, light, microphone, network and more, with what to do</source>
        <translation>कैमरा, रोशनी, माइक्रोफ़ोन, नेटवर्क और अन्य, साथ में क्या करना है</translation>
    </message>
    <message>
        <source>Days before your interview</source>
        <translation>आपके साक्षात्कार से कुछ दिन पहले</translation>
    </message>
    <message>
        <source>Practise with three short questions: it needs no invite and no network, and nothing of it is sent or kept. Or see whether this computer is ready.</source>
        <translation>तीन छोटे प्रश्नों से अभ्यास करें: न आमंत्रण चाहिए न नेटवर्क, और इसमें से कुछ भी भेजा या रखा नहीं जाता। या देखें कि यह कंप्यूटर तैयार है या नहीं।</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>स्वागत है</translation>
    </message>
    <message>
        <source>This app takes you through your interview: first a short check of camera and microphone, then the questions. Have the link from your invitation ready.</source>
        <translation>यह ऐप आपको पूरे इंटरव्यू में साथ लेकर चलता है: पहले कैमरे और माइक्रोफ़ोन की छोटी जाँच, फिर प्रश्न। अपने निमंत्रण का लिंक तैयार रखें।</translation>
    </message>
    <message>
        <source>Unfinished: {title}</source>
        <translation>अधूरा: {title}</translation>
    </message>
    <message>
        <source>{name}, this is your interview with {organisation}</source>
        <translation>{name}, यह {organisation} के साथ आपका इंटरव्यू है</translation>
    </message>
    <message>
        <source>{title}: {count} questions in {length}</source>
        <translation>{title}: {length} में {count} प्रश्न</translation>
    </message>
    <message>
        <source>Open until {until}. The clock starts later, when you say so.</source>
        <translation>{until} तक खुला है। घड़ी बाद में शुरू होती है, जब आप कहें।</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>सर्वर से पूछा जा रहा है …</translation>
    </message>
    <message>
        <source>Opening the interview …</source>
        <translation>इंटरव्यू खोला जा रहा है …</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another one.</source>
        <translation>कैमरे से कोई तस्वीर नहीं आ रही। उसे दोबारा जोड़ें, उसका उपयोग कर रहे दूसरे प्रोग्राम बंद करें, या दूसरा कैमरा चुनें।</translation>
    </message>
    <message>
        <source>Watched and sent</source>
        <translation>निगरानी और प्रेषण</translation>
    </message>
    <message>
        <source>Shows what is watched now and what has left this computer (F2)</source>
        <translation>दिखाता है कि अभी किसकी निगरानी हो रही है और इस कंप्यूटर से क्या बाहर गया है (F2)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>स्पष्ट करें</translation>
    </message>
    <message>
        <source>Says something about a moment, for whoever reviews it (F6)</source>
        <translation>किसी क्षण के बारे में कुछ बताता है, समीक्षा करने वाले के लिए (F6)</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>डिवाइस</translation>
    </message>
    <message>
        <source>Switches camera, microphone or speaker; the clock goes on</source>
        <translation>कैमरा, माइक्रोफ़ोन या स्पीकर बदलता है; घड़ी चलती रहती है</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>मुझे मदद चाहिए</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>संदेश, विराम या कोई व्यक्ति; मदद माँगने से कुछ समाप्त नहीं होता (F1)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>बाहर जाएँ</translation>
    </message>
    <message>
        <source>Closes the app after asking; your answers stay saved</source>
        <translation>पूछने के बाद ऐप बंद करता है; आपके उत्तर सहेजे रहते हैं</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>पाठ और कंट्रास्ट</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Line numbers</source>
        <translation>पंक्ति संख्याएँ</translation>
    </message>
</context>
<context>
    <name>preflight</name>
    <message>
        <source>Choose a larger picture in the camera&apos;s settings, or another camera.</source>
        <translation>कैमरे की सेटिंग में बड़ी तस्वीर चुनें, या कोई दूसरा कैमरा।</translation>
    </message>
    <message>
        <source>Close other programs and plug in the power supply.</source>
        <translation>अन्य प्रोग्राम बंद करें और चार्जर लगाएँ।</translation>
    </message>
    <message>
        <source>Close other programs that use it, open its cover, or plug it in again.</source>
        <translation>इसका उपयोग करने वाले अन्य प्रोग्राम बंद करें, इसका ढक्कन खोलें, या इसे फिर से लगाएँ।</translation>
    </message>
    <message>
        <source>Close other programs that use it, or plug it in again.</source>
        <translation>इसका उपयोग करने वाले अन्य प्रोग्राम बंद करें, या इसे फिर से लगाएँ।</translation>
    </message>
    <message>
        <source>Close other programs, plug in the power supply, or use another computer.</source>
        <translation>अन्य प्रोग्राम बंद करें, चार्जर लगाएँ, या दूसरा कंप्यूटर इस्तेमाल करें।</translation>
    </message>
    <message>
        <source>Close programs for screen sharing and remote control before an interview.</source>
        <translation>साक्षात्कार से पहले स्क्रीन साझा करने और दूर से नियंत्रण वाले प्रोग्राम बंद करें।</translation>
    </message>
    <message>
        <source>Close them before the interview.</source>
        <translation>साक्षात्कार से पहले इन्हें बंद करें।</translation>
    </message>
    <message>
        <source>Connect to a network, sign in to it where it asks for that, and let this app through the firewall (HTTPS to the server&apos;s address).</source>
        <translation>किसी नेटवर्क से जुड़ें, जहाँ माँगा जाए वहाँ साइन इन करें, और इस ऐप को फ़ायरवॉल से गुज़रने दें (सर्वर के पते पर HTTPS)।</translation>
    </message>
    <message>
        <source>Free 3 GB, then try again.</source>
        <translation>3 GB जगह खाली करें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>Free 3 GB.</source>
        <translation>3 GB जगह खाली करें।</translation>
    </message>
    <message>
        <source>Give this person the right to write to the app&apos;s data folder.</source>
        <translation>इस व्यक्ति को ऐप के डेटा फ़ोल्डर में लिखने का अधिकार दें।</translation>
    </message>
    <message>
        <source>It is enough now, but a system update could use it up.</source>
        <translation>अभी पर्याप्त है, पर सिस्टम अपडेट इसे भर सकता है।</translation>
    </message>
    <message>
        <source>It is too bright to see a face.</source>
        <translation>चेहरा देखने के लिए बहुत ज़्यादा रोशनी है।</translation>
    </message>
    <message>
        <source>It is too dark to see a face.</source>
        <translation>चेहरा देखने के लिए बहुत अँधेरा है।</translation>
    </message>
    <message>
        <source>Move closer to the router or use a cable.</source>
        <translation>राउटर के पास जाएँ या केबल इस्तेमाल करें।</translation>
    </message>
    <message>
        <source>Name the server, or set the clock by itself.</source>
        <translation>सर्वर बताएँ, या घड़ी को अपने आप सेट होने दें।</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>कोई कैमरा नहीं</translation>
    </message>
    <message>
        <source>No camera is connected, or the system hides it from this app.</source>
        <translation>कोई कैमरा जुड़ा नहीं है, या सिस्टम उसे इस ऐप से छिपाता है।</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>कोई स्पीकर नहीं</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>कोई माइक्रोफ़ोन नहीं</translation>
    </message>
    <message>
        <source>No microphone is connected, or the system hides it from this app.</source>
        <translation>कोई माइक्रोफ़ोन जुड़ा नहीं है, या सिस्टम उसे इस ऐप से छिपाता है।</translation>
    </message>
    <message>
        <source>Add one in the settings under Time &amp; language, Speech. Questions are always shown as text too.</source>
        <translation>सेटिंग में “समय और भाषा”, “वाक्” के अंतर्गत एक जोड़ें। प्रश्न हमेशा पाठ के रूप में भी दिखाए जाते हैं।</translation>
    </message>
    <message>
        <source>Add one in the system settings under Accessibility, Spoken Content. Questions are always shown as text too.</source>
        <translation>सिस्टम सेटिंग में “सुलभता”, “बोली गई सामग्री” के अंतर्गत एक जोड़ें। प्रश्न हमेशा पाठ के रूप में भी दिखाए जाते हैं।</translation>
    </message>
    <message>
        <source>Install espeak-ng. Questions are always shown as text too.</source>
        <translation>espeak-ng इंस्टॉल करें। प्रश्न हमेशा पाठ के रूप में भी दिखाए जाते हैं।</translation>
    </message>
    <message>
        <source>No program of the app&apos;s own list runs. An interview may name more: they are looked for once its invitation is opened.</source>
        <translation>ऐप की अपनी सूची का कोई प्रोग्राम नहीं चल रहा। इंटरव्यू और प्रोग्राम बता सकता है: उसका निमंत्रण खुलते ही उन्हें खोजा जाता है।</translation>
    </message>
    <message>
        <source>No server is named here.</source>
        <translation>यहाँ कोई सर्वर नहीं बताया गया है।</translation>
    </message>
    <message>
        <source>Nothing can be heard on this computer.</source>
        <translation>इस कंप्यूटर पर कुछ सुनाई नहीं दे सकता।</translation>
    </message>
    <message>
        <source>Paste the link from the invitation, or name the server.</source>
        <translation>आमंत्रण का लिंक चिपकाएँ, या सर्वर बताएँ।</translation>
    </message>
    <message>
        <source>Plug in a loudspeaker or a headset. Questions are always shown as text too.</source>
        <translation>लाउडस्पीकर या हेडसेट लगाएँ। प्रश्न हमेशा पाठ के रूप में भी दिखाए जाते हैं।</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the camera in the privacy settings.</source>
        <translation>कोई कैमरा लगाएँ, या गोपनीयता सेटिंग में इस ऐप को कैमरा इस्तेमाल करने दें।</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the microphone in the privacy settings.</source>
        <translation>कोई माइक्रोफ़ोन लगाएँ, या गोपनीयता सेटिंग में इस ऐप को माइक्रोफ़ोन इस्तेमाल करने दें।</translation>
    </message>
    <message>
        <source>Questions are shown as text; nothing else is needed.</source>
        <translation>प्रश्न पाठ के रूप में दिखाए जाते हैं; और कुछ ज़रूरी नहीं।</translation>
    </message>
    <message>
        <source>See the line about models.</source>
        <translation>मॉडल वाली पंक्ति देखें।</translation>
    </message>
    <message>
        <source>See the line about the camera.</source>
        <translation>कैमरे वाली पंक्ति देखें।</translation>
    </message>
    <message>
        <source>Switch on a lamp in front of you.</source>
        <translation>अपने सामने कोई लैंप जलाएँ।</translation>
    </message>
    <message>
        <source>Switch on setting date and time by network in the system&apos;s settings.</source>
        <translation>सिस्टम सेटिंग में नेटवर्क से तारीख़ और समय सेट करना चालू करें।</translation>
    </message>
    <message>
        <source>Take its mute switch off and raise its level in the sound settings.</source>
        <translation>इसका म्यूट हटाएँ और ध्वनि सेटिंग में इसका स्तर बढ़ाएँ।</translation>
    </message>
    <message>
        <source>The app may not write where it keeps interviews.</source>
        <translation>ऐप उस जगह नहीं लिख सकता जहाँ वह साक्षात्कार रखता है।</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>कैमरे से कोई तस्वीर नहीं आ रही।</translation>
    </message>
    <message>
        <source>The connection is slow; an interview works, and pages take a while.</source>
        <translation>कनेक्शन धीमा है; साक्षात्कार चलेगा, पर पृष्ठों में समय लगेगा।</translation>
    </message>
    <message>
        <source>The connection is very slow.</source>
        <translation>कनेक्शन बहुत धीमा है।</translation>
    </message>
    <message>
        <source>The disk is almost full.</source>
        <translation>डिस्क लगभग भर गई है।</translation>
    </message>
    <message>
        <source>The microphone cannot be opened.</source>
        <translation>माइक्रोफ़ोन खोला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The microphone delivers silence.</source>
        <translation>माइक्रोफ़ोन से केवल ख़ामोशी आ रही है।</translation>
    </message>
    <message>
        <source>The picture is small; faces at a distance are hard to see.</source>
        <translation>तस्वीर छोटी है; दूर के चेहरे मुश्किल से दिखते हैं।</translation>
    </message>
    <message>
        <source>The running programs cannot be listed here.</source>
        <translation>चल रहे प्रोग्रामों की सूची यहाँ नहीं बन सकती।</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>सर्वर तक पहुँचा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The watch could not be tried.</source>
        <translation>निगरानी को आज़माया नहीं जा सका।</translation>
    </message>
    <message>
        <source>The watch works at a lower rate, and the record says so.</source>
        <translation>निगरानी कम गति से चलती है, और रिकॉर्ड में यह लिखा जाता है।</translation>
    </message>
    <message>
        <source>There is no voice here that reads questions aloud.</source>
        <translation>यहाँ प्रश्न पढ़कर सुनाने वाली कोई आवाज़ नहीं है।</translation>
    </message>
    <message>
        <source>There was no picture to look at.</source>
        <translation>देखने के लिए कोई तस्वीर नहीं थी।</translation>
    </message>
    <message>
        <source>There was no server to compare with.</source>
        <translation>तुलना के लिए कोई सर्वर नहीं था।</translation>
    </message>
    <message>
        <source>These programs can share, record or control the screen, or help with answers.</source>
        <translation>ये प्रोग्राम स्क्रीन साझा, रिकॉर्ड या नियंत्रित कर सकते हैं, या उत्तरों में मदद कर सकते हैं।</translation>
    </message>
    <message>
        <source>This computer is too slow or too busy for the watch.</source>
        <translation>यह कंप्यूटर निगरानी के लिए बहुत धीमा या बहुत व्यस्त है।</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong.</source>
        <translation>इस कंप्यूटर की घड़ी ग़लत है।</translation>
    </message>
    <message>
        <source>Turn away from the window or lamp.</source>
        <translation>खिड़की या लैंप की ओर से मुड़ जाएँ।</translation>
    </message>
    <message>
        <source>Use a cable, and end downloads and calls on this network.</source>
        <translation>केबल इस्तेमाल करें, और इस नेटवर्क पर डाउनलोड और कॉल बंद करें।</translation>
    </message>
    <message>
        <source>Whether this computer has a voice for reading aloud cannot be told.</source>
        <translation>यह पता नहीं चल सकता कि इस कंप्यूटर में पढ़कर सुनाने वाली आवाज़ है या नहीं।</translation>
    </message>
    <message>
        <source>Windows has no voice here that reads questions aloud.</source>
        <translation>Windows में यहाँ प्रश्न पढ़कर सुनाने वाली कोई आवाज़ नहीं है।</translation>
    </message>
    <message>
        <source>macOS has no voice here that reads questions aloud.</source>
        <translation>macOS में यहाँ प्रश्न पढ़कर सुनाने वाली कोई आवाज़ नहीं है।</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>A part of the server is down.</source>
        <translation>सर्वर का एक भाग काम नहीं कर रहा है।</translation>
    </message>
    <message>
        <source>A person will listen to the recording.</source>
        <translation>कोई व्यक्ति रिकॉर्डिंग सुनेगा।</translation>
    </message>
    <message>
        <source>Answers and events still go.</source>
        <translation>उत्तर और घटनाएँ अब भी भेजी जा रही हैं।</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new link.</source>
        <translation>आपको आमंत्रित करने वाले व्यक्ति से नया लिंक माँगें।</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new time.</source>
        <translation>आपको आमंत्रित करने वाले व्यक्ति से नया समय माँगें।</translation>
    </message>
    <message>
        <source>Ask your administrator to update the server, or install the version in your invitation.</source>
        <translation>अपने एडमिनिस्ट्रेटर से सर्वर अपडेट करने को कहें, या अपने निमंत्रण में बताया गया संस्करण इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>Check that you copied the whole link, or ask the sender for a new one.</source>
        <translation>जाँच लें कि आपने पूरा लिंक कॉपी किया है, या भेजने वाले से नया लिंक माँगें।</translation>
    </message>
    <message>
        <source>Check the address, or sign in as its owner.</source>
        <translation>पता जाँचें, या इसके स्वामी के रूप में साइन इन करें।</translation>
    </message>
    <message>
        <source>Code cannot be tried here.</source>
        <translation>यहाँ कोड चलाकर देखा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Come back at the time named in your invitation; the link stays valid.</source>
        <translation>अपने निमंत्रण में बताए गए समय पर लौटें; लिंक मान्य रहता है।</translation>
    </message>
    <message>
        <source>Go on there, or close it there and wait a minute.</source>
        <translation>वहीं आगे बढ़ें, या उसे वहाँ बंद करके एक मिनट प्रतीक्षा करें।</translation>
    </message>
    <message>
        <source>If that was not you, tell the person who invited you.</source>
        <translation>यदि वह आप नहीं थे, तो आपको आमंत्रित करने वाले व्यक्ति को बताएँ।</translation>
    </message>
    <message>
        <source>Install the current version from the link in your invitation.</source>
        <translation>अपने निमंत्रण के लिंक से वर्तमान संस्करण इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>Interviews that run go on; come back for anything new when Retry-After is over.</source>
        <translation>चल रहे इंटरव्यू जारी रहते हैं; किसी नए काम के लिए Retry-After का समय समाप्त होने पर लौटें।</translation>
    </message>
    <message>
        <source>It is too early for this interview.</source>
        <translation>इस इंटरव्यू के लिए अभी बहुत जल्दी है।</translation>
    </message>
    <message>
        <source>Its receipts are still there.</source>
        <translation>उसकी रसीदें अब भी मौजूद हैं।</translation>
    </message>
    <message>
        <source>Later revisions are kept and marked late.</source>
        <translation>बाद के संशोधन रखे जाते हैं और उन पर “देर से” अंकित होता है।</translation>
    </message>
    <message>
        <source>Read it once more and start again; nothing was lost.</source>
        <translation>इसे एक बार और पढ़ें और फिर से शुरू करें; कुछ भी खोया नहीं है।</translation>
    </message>
    <message>
        <source>Reload it.</source>
        <translation>इसे फिर से लोड करें।</translation>
    </message>
    <message>
        <source>Restart the app; your work is kept.</source>
        <translation>ऐप को दोबारा शुरू करें; आपका काम सुरक्षित है।</translation>
    </message>
    <message>
        <source>Send requests elsewhere until it is up; the parts are named.</source>
        <translation>इसके चालू होने तक अनुरोध कहीं और भेजें; भागों के नाम दिए गए हैं।</translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation>साइन इन करें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Something broke on our side.</source>
        <translation>हमारी ओर कुछ गड़बड़ी हुई।</translation>
    </message>
    <message>
        <source>Speech is not available here.</source>
        <translation>यहाँ वाक् सुविधा उपलब्ध नहीं है।</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>पहले इसे शुरू करें।</translation>
    </message>
    <message>
        <source>Tell the administrator; both versions are kept.</source>
        <translation>व्यवस्थापक को बताएँ; दोनों संस्करण सुरक्षित हैं।</translation>
    </message>
    <message>
        <source>The interview does not stand where this is possible.</source>
        <translation>इंटरव्यू ऐसी स्थिति में नहीं है जहाँ यह संभव हो।</translation>
    </message>
    <message>
        <source>The interview has not been started.</source>
        <translation>इंटरव्यू शुरू नहीं किया गया है।</translation>
    </message>
    <message>
        <source>The interview is over.</source>
        <translation>इंटरव्यू समाप्त हो गया है।</translation>
    </message>
    <message>
        <source>The record differs from what the server holds.</source>
        <translation>यह रिकॉर्ड सर्वर के रिकॉर्ड से अलग है।</translation>
    </message>
    <message>
        <source>The server has no room for evidence.</source>
        <translation>सर्वर पर साक्ष्य के लिए जगह नहीं है।</translation>
    </message>
    <message>
        <source>The server is being maintained.</source>
        <translation>सर्वर का रखरखाव चल रहा है।</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>सर्वर व्यस्त है।</translation>
    </message>
    <message>
        <source>The signature does not fit.</source>
        <translation>हस्ताक्षर मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>यहाँ कुछ नहीं है।</translation>
    </message>
    <message>
        <source>This interview is open on another computer.</source>
        <translation>यह इंटरव्यू किसी दूसरे कंप्यूटर पर खुला है।</translation>
    </message>
    <message>
        <source>This interview was already handed in.</source>
        <translation>यह इंटरव्यू पहले ही जमा किया जा चुका है।</translation>
    </message>
    <message>
        <source>This invite has run out.</source>
        <translation>इस निमंत्रण की अवधि समाप्त हो गई है।</translation>
    </message>
    <message>
        <source>This invite is not known here.</source>
        <translation>यह निमंत्रण यहाँ ज्ञात नहीं है।</translation>
    </message>
    <message>
        <source>This invite was withdrawn.</source>
        <translation>यह निमंत्रण वापस ले लिया गया।</translation>
    </message>
    <message>
        <source>This version of Invigil is newer than the server.</source>
        <translation>Invigil का यह संस्करण सर्वर से नया है।</translation>
    </message>
    <message>
        <source>This version of Invigil is too old for the interview.</source>
        <translation>Invigil का यह संस्करण इस इंटरव्यू के लिए बहुत पुराना है।</translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation>बहुत अधिक अनुरोध।</translation>
    </message>
    <message>
        <source>Try again shortly; nothing was lost.</source>
        <translation>थोड़ी देर में फिर कोशिश करें; कुछ भी खोया नहीं है।</translation>
    </message>
    <message>
        <source>Try again; quote the request id.</source>
        <translation>फिर कोशिश करें; अनुरोध की ID बताएँ।</translation>
    </message>
    <message>
        <source>Wait as long as Retry-After says.</source>
        <translation>Retry-After में बताए गए समय तक प्रतीक्षा करें।</translation>
    </message>
    <message>
        <source>What belonged to this interview was erased.</source>
        <translation>इस साक्षात्कार से जुड़ी सामग्री मिटा दी गई है।</translation>
    </message>
    <message>
        <source>What was agreed for this interview has changed since you opened it.</source>
        <translation>आपके खोलने के बाद इस इंटरव्यू के लिए तय की गई बातें बदल गई हैं।</translation>
    </message>
    <message>
        <source>Write on; your answer is kept, and it is looked at all the same.</source>
        <translation>लिखते रहें; आपका उत्तर रखा जाता है, और फिर भी देखा जाएगा।</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>आपने साइन इन नहीं किया है।</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A code alone does not say which server to ask. Paste the whole link from your invitation instead.</source>
        <translation>अकेला कोड यह नहीं बताता कि किस सर्वर से पूछना है। उसकी जगह अपने निमंत्रण का पूरा लिंक चिपकाएँ।</translation>
    </message>
    <message>
        <source>A recording could not be saved on this computer ({detail}).</source>
        <translation>एक रिकॉर्डिंग इस कंप्यूटर पर सहेजी नहीं जा सकी ({detail})।</translation>
    </message>
    <message>
        <source>Another model compares faces where there is one.</source>
        <translation>जहाँ दूसरा मॉडल है, वहाँ वही चेहरों की तुलना करता है।</translation>
    </message>
    <message>
        <source>Faces, head pose and gaze are not watched, and the report says so.</source>
        <translation>चेहरे, सिर की स्थिति और नज़र नहीं देखी जाती, और रिपोर्ट में यह लिखा रहता है।</translation>
    </message>
    <message>
        <source>Head and eyes were seen clearly at {n} points only.</source>
        <translation>सिर और आँखें केवल {n} बिंदुओं पर साफ़ दिखीं।</translation>
    </message>
    <message>
        <source>Invigil may not write to {folder} ({detail}). Ask who set up this computer.</source>
        <translation>Invigil को {folder} में लिखने की अनुमति नहीं है ({detail})। जिसने यह कंप्यूटर तैयार किया, उससे पूछें।</translation>
    </message>
    <message>
        <source>It could not be tried ({kind}).</source>
        <translation>इसे आज़माया नहीं जा सका ({kind})।</translation>
    </message>
    <message>
        <source>It does not compile.</source>
        <translation>यह कंपाइल नहीं होता।</translation>
    </message>
    <message>
        <source>It seems to hold more than one voice. Read it again while nobody else speaks.</source>
        <translation>इसमें एक से अधिक आवाज़ें लगती हैं। जब कोई और न बोल रहा हो, तब फिर से पढ़ें।</translation>
    </message>
    <message>
        <source>It took longer than {seconds} s.</source>
        <translation>इसमें {seconds} सेकंड से अधिक लगे।</translation>
    </message>
    <message>
        <source>It was compiled. This question has no examples to run.</source>
        <translation>यह कंपाइल हो गया। इस प्रश्न में चलाने के लिए कोई उदाहरण नहीं है।</translation>
    </message>
    <message>
        <source>It was too loud for the microphone. Lower its level and read the sentence again.</source>
        <translation>आवाज़ माइक्रोफ़ोन के लिए बहुत तेज़ थी। उसका स्तर घटाएँ और वाक्य फिर से पढ़ें।</translation>
    </message>
    <message>
        <source>No loudspeaker or headphones can be used. Please read along.</source>
        <translation>कोई स्पीकर या हेडफ़ोन इस्तेमाल नहीं हो सकता। कृपया पढ़ते चलें।</translation>
    </message>
    <message>
        <source>No microphone can be opened. Plug one in, close other programs that use it, allow Invigil to use it in the system&apos;s privacy settings, and try again.</source>
        <translation>कोई माइक्रोफ़ोन नहीं खुल रहा। एक जोड़ें, उसका उपयोग कर रहे दूसरे प्रोग्राम बंद करें, सिस्टम की गोपनीयता सेटिंग में Invigil को अनुमति दें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>No microphone is in use. Plug one in, choose it under Devices, and record.</source>
        <translation>कोई माइक्रोफ़ोन इस्तेमाल में नहीं है। एक जोड़ें, “डिवाइस” में उसे चुनें और रिकॉर्ड करें।</translation>
    </message>
    <message>
        <source>No speech model is installed on this computer: a person will listen to your recording.</source>
        <translation>इस कंप्यूटर पर कोई वाक् मॉडल नहीं है: कोई व्यक्ति आपकी रिकॉर्डिंग सुनेगा।</translation>
    </message>
    <message>
        <source>No speech was heard in this recording. You can play it, or record it again.</source>
        <translation>इस रिकॉर्डिंग में कोई बोली नहीं सुनाई दी। आप इसे चला सकते हैं या फिर से रिकॉर्ड कर सकते हैं।</translation>
    </message>
    <message>
        <source>Nobody is compared with the selfie, and the report says so.</source>
        <translation>किसी की तुलना सेल्फ़ी से नहीं की जाती, और रिपोर्ट में यह लिखा रहता है।</translation>
    </message>
    <message>
        <source>Nobody is said to be another speaker, and a second voice is only hinted at by a measure without weights.</source>
        <translation>किसी को दूसरा वक्ता नहीं कहा जाता; दूसरी आवाज़ का संकेत केवल बिना मॉडल वाले माप से मिलता है।</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the microphone under Devices and try again.</source>
        <translation>कुछ रिकॉर्ड नहीं हुआ। “डिवाइस” में माइक्रोफ़ोन जाँचें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Only the signs of life in the landmarks tell a picture from a person.</source>
        <translation>चेहरे के बिंदुओं में जीवन के संकेत ही तस्वीर और व्यक्ति में अंतर करते हैं।</translation>
    </message>
    <message>
        <source>Paste the link from your invitation here.</source>
        <translation>अपने निमंत्रण का लिंक यहाँ चिपकाएँ।</translation>
    </message>
    <message>
        <source>People in the background are not watched, only a second face near the camera.</source>
        <translation>पृष्ठभूमि के लोग नहीं देखे जाते, केवल कैमरे के पास दूसरा चेहरा।</translation>
    </message>
    <message>
        <source>Phones, books and further screens are not watched, and the report says so.</source>
        <translation>फ़ोन, किताबें और दूसरी स्क्रीन नहीं देखी जातीं, और रिपोर्ट में यह लिखा रहता है।</translation>
    </message>
    <message>
        <source>Running: {names}</source>
        <translation>चल रहे हैं: {names}</translation>
    </message>
    <message>
        <source>Sound does not work on this computer because PortAudio is missing. Install the package libportaudio2 and start Invigil again.</source>
        <translation>PortAudio न होने से इस कंप्यूटर पर ध्वनि काम नहीं करती। libportaudio2 पैकेज इंस्टॉल करें और Invigil फिर से शुरू करें।</translation>
    </message>
    <message>
        <source>Spoken answers are not transcribed, a person listens to them.</source>
        <translation>बोले गए उत्तर लिखे नहीं जाते, उन्हें कोई व्यक्ति सुनता है।</translation>
    </message>
    <message>
        <source>The answer did not come from an Invigil server. If this network asks you to sign in first, open a web page, sign in there, and try again.</source>
        <translation>उत्तर Invigil सर्वर से नहीं आया। यदि यह नेटवर्क पहले साइन इन माँगता है, तो कोई वेब पेज खोलें, वहाँ साइन इन करें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The app was restarted before the transcript was made; a person listens.</source>
        <translation>लिखित रूप बनने से पहले ऐप दोबारा शुरू हुआ; कोई व्यक्ति सुनेगा।</translation>
    </message>
    <message>
        <source>The camera gave no picture. Check it under Devices and take another.</source>
        <translation>कैमरे ने कोई तस्वीर नहीं दी। “डिवाइस” में उसे जाँचें और दूसरी तस्वीर लें।</translation>
    </message>
    <message>
        <source>The camera stopped in the middle.</source>
        <translation>कैमरा बीच में रुक गया।</translation>
    </message>
    <message>
        <source>The disk of this computer is full, so the last step could not be saved. Free some space; everything before it is safe, and you can go on from here.</source>
        <translation>इस कंप्यूटर की डिस्क भरी है, इसलिए पिछला चरण सहेजा नहीं जा सका। कुछ जगह खाली करें; उससे पहले का सब सुरक्षित है और आप यहीं से आगे बढ़ सकते हैं।</translation>
    </message>
    <message>
        <source>The end of this link is missing. Copy the whole link from your invitation, up to its last character.</source>
        <translation>इस लिंक का अंतिम भाग नहीं है। अपने निमंत्रण से पूरा लिंक आख़िरी अक्षर तक कॉपी करें।</translation>
    </message>
    <message>
        <source>The file could not be written ({detail}). Choose another folder.</source>
        <translation>फ़ाइल नहीं लिखी जा सकी ({detail})। दूसरा फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>The gaze was {degrees} degrees off on average; more than {limit} is no use.</source>
        <translation>नज़र औसतन {degrees} डिग्री हटी थी; {limit} से अधिक काम की नहीं।</translation>
    </message>
    <message>
        <source>The interview could not be saved on this computer ({detail}). Check that the disk is there and that you may write to {folder}, then try again.</source>
        <translation>साक्षात्कार इस कंप्यूटर पर सहेजा नहीं जा सका ({detail})। जाँचें कि डिस्क मौजूद है और आप {folder} में लिख सकते हैं, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The interview saved on this computer is damaged. Nothing was deleted: its files are kept in {folder}. Open your invitation link again to go on from what the server already holds, and tell the person who invited you.</source>
        <translation>इस कंप्यूटर पर सहेजा गया साक्षात्कार क्षतिग्रस्त है। कुछ भी मिटाया नहीं गया: उसकी फ़ाइलें {folder} में हैं। सर्वर के पास जो है वहाँ से आगे बढ़ने के लिए अपना निमंत्रण लिंक फिर खोलें, और जिसने आपको बुलाया उसे बताएँ।</translation>
    </message>
    <message>
        <source>The key of this interview is in the key store of this computer, which does not give it now. Unlock the key store, as signing in to this computer does, and try again. Everything recorded so far is safe.</source>
        <translation>इस साक्षात्कार की कुंजी इस कंप्यूटर के कुंजी भंडार में है, जो उसे अभी नहीं दे रहा है। कुंजी भंडार को अनलॉक करें, जैसा इस कंप्यूटर में साइन इन करने से होता है, और फिर से कोशिश करें। अब तक दर्ज किया गया सब कुछ सुरक्षित है।</translation>
    </message>
    <message>
        <source>The last step could not be saved on this computer. Close the app and open it again; everything saved before is safe.</source>
        <translation>पिछला चरण इस कंप्यूटर पर सहेजा नहीं जा सका। ऐप बंद करके फिर खोलें; पहले सहेजा गया सब सुरक्षित है।</translation>
    </message>
    <message>
        <source>The microphone gives no sound at all. Check whether it is muted, or choose another.</source>
        <translation>माइक्रोफ़ोन से कोई आवाज़ नहीं आ रही। जाँचें कि वह म्यूट तो नहीं, या दूसरा चुनें।</translation>
    </message>
    <message>
        <source>The recording could not be decoded here: a person will listen to it.</source>
        <translation>रिकॉर्डिंग यहाँ डिकोड नहीं हो सकी: कोई व्यक्ति उसे सुनेगा।</translation>
    </message>
    <message>
        <source>The saved interviews cannot be read on this computer.</source>
        <translation>इस कंप्यूटर पर सहेजे गए साक्षात्कार पढ़े नहीं जा सकते।</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check your network connection and try again.</source>
        <translation>सर्वर तक नहीं पहुँचा जा सकता। अपना नेटवर्क कनेक्शन जाँचें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The server does not answer in time. Check your network connection and try again.</source>
        <translation>सर्वर समय पर उत्तर नहीं दे रहा। अपना नेटवर्क कनेक्शन जाँचें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not signed with the key of your interview. Your work is kept on this computer; tell the person who invited you.</source>
        <translation>सर्वर का उत्तर आपके साक्षात्कार की कुंजी से हस्ताक्षरित नहीं है। आपका काम इस कंप्यूटर पर सुरक्षित है; जिसने आपको बुलाया उसे बताएँ।</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted on this computer. Check the date and time of this computer; in a company network, ask your IT department.</source>
        <translation>इस कंप्यूटर पर सर्वर के प्रमाणपत्र पर भरोसा नहीं है। कंप्यूटर की तारीख़ और समय जाँचें; कंपनी के नेटवर्क में अपने IT विभाग से पूछें।</translation>
    </message>
    <message>
        <source>The speech model stopped unexpectedly: a person will listen to your recording.</source>
        <translation>वाक् मॉडल अचानक रुक गया: कोई व्यक्ति आपकी रिकॉर्डिंग सुनेगा।</translation>
    </message>
    <message>
        <source>The speech model was not sure of any word: a person will listen to your recording.</source>
        <translation>वाक् मॉडल को किसी भी शब्द का भरोसा नहीं था: कोई व्यक्ति आपकी रिकॉर्डिंग सुनेगा।</translation>
    </message>
    <message>
        <source>The terms of this interview are not signed by its server. Open the link again; if this stays, tell the person who invited you.</source>
        <translation>इस साक्षात्कार की शर्तें उसके सर्वर से हस्ताक्षरित नहीं हैं। लिंक फिर खोलें; यदि ऐसा ही रहे, तो जिसने आपको बुलाया उसे बताएँ।</translation>
    </message>
    <message>
        <source>The transcript took too long; a person listens.</source>
        <translation>लिखित रूप बनाने में बहुत समय लगा; कोई व्यक्ति सुनेगा।</translation>
    </message>
    <message>
        <source>The version it names cannot be read.</source>
        <translation>उसमें बताया गया संस्करण पढ़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The voice sample could not be looked at.</source>
        <translation>आवाज़ का नमूना जाँचा नहीं जा सका।</translation>
    </message>
    <message>
        <source>The {name} model cannot be used: {detail}</source>
        <translation>{name} मॉडल इस्तेमाल नहीं हो सकता: {detail}</translation>
    </message>
    <message>
        <source>The {name} model is not on this machine.</source>
        <translation>{name} मॉडल इस कंप्यूटर पर नहीं है।</translation>
    </message>
    <message>
        <source>There is a lot of noise. Close the window, switch off what hums, or use a headset.</source>
        <translation>बहुत शोर है। खिड़की बंद करें, जो चीज़ भनभना रही है उसे बंद करें, या हेडसेट इस्तेमाल करें।</translation>
    </message>
    <message>
        <source>There is no saved interview here. Open your invitation link to begin.</source>
        <translation>यहाँ कोई सहेजा हुआ साक्षात्कार नहीं है। शुरू करने के लिए अपना निमंत्रण लिंक खोलें।</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>समय पर कोई उत्तर नहीं आया।</translation>
    </message>
    <message>
        <source>There was too little speech. Read the whole sentence aloud once more.</source>
        <translation>बोला गया बहुत कम था। पूरा वाक्य एक बार फिर ज़ोर से पढ़ें।</translation>
    </message>
    <message>
        <source>This computer has no voice for reading aloud (install espeak-ng). Please read along.</source>
        <translation>इस कंप्यूटर पर पढ़कर सुनाने की आवाज़ नहीं है (espeak-ng इंस्टॉल करें)। कृपया पढ़ते चलें।</translation>
    </message>
    <message>
        <source>This computer has no voice that reads questions aloud. Please read along.</source>
        <translation>इस कंप्यूटर में प्रश्न पढ़कर सुनाने वाली कोई आवाज़ नहीं है। कृपया पाठ स्वयं पढ़ें।</translation>
    </message>
    <message>
        <source>This device is no longer there. Plug it in again or choose another.</source>
        <translation>यह डिवाइस अब नहीं है। उसे दोबारा जोड़ें या कोई दूसरा चुनें।</translation>
    </message>
    <message>
        <source>This interview is already open in another Invigil window on this computer. Go on there, or close it first.</source>
        <translation>यह साक्षात्कार इस कंप्यूटर पर Invigil की दूसरी विंडो में पहले से खुला है। वहीं आगे बढ़ें, या पहले उसे बंद करें।</translation>
    </message>
    <message>
        <source>This interview was already begun here. Resume it instead.</source>
        <translation>यह साक्षात्कार यहाँ पहले ही शुरू हो चुका है। इसके बजाय उसे जारी रखें।</translation>
    </message>
    <message>
        <source>This interview was saved by a newer version of Invigil. Install that version to go on.</source>
        <translation>यह साक्षात्कार Invigil के नए संस्करण ने सहेजा है। आगे बढ़ने के लिए वह संस्करण इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>This interview was saved by another version of the app. Nothing is lost: install the version that your invitation names and open it again.</source>
        <translation>यह साक्षात्कार ऐप के दूसरे संस्करण ने सहेजा है। कुछ खोया नहीं है: आपके निमंत्रण में बताया संस्करण इंस्टॉल करें और फिर खोलें।</translation>
    </message>
    <message>
        <source>This is how questions will sound.</source>
        <translation>प्रश्न ऐसे सुनाई देंगे।</translation>
    </message>
    <message>
        <source>This is neither an invitation link nor a code. Copy the whole link from your invitation and paste it here.</source>
        <translation>यह न निमंत्रण लिंक है, न कोड। अपने निमंत्रण से पूरा लिंक कॉपी करके यहाँ चिपकाएँ।</translation>
    </message>
    <message>
        <source>This link is not protected (it begins with http://). Ask the person who invited you for a link that begins with https://.</source>
        <translation>यह लिंक सुरक्षित नहीं है (यह http:// से शुरू होता है)। जिसने आपको बुलाया, उससे https:// से शुरू होने वाला लिंक माँगें।</translation>
    </message>
    <message>
        <source>This link names no server. Copy the whole link from your invitation.</source>
        <translation>इस लिंक में कोई सर्वर नहीं है। अपने निमंत्रण से पूरा लिंक कॉपी करें।</translation>
    </message>
    <message>
        <source>This machine does not hold the interview (any more). Open your invitation again.</source>
        <translation>साक्षात्कार (अब) इस कंप्यूटर पर नहीं है। अपना निमंत्रण फिर खोलें।</translation>
    </message>
    <message>
        <source>To have it, make it with `{command}`.</source>
        <translation>उसे पाने के लिए `{command}` से बनाएँ।</translation>
    </message>
    <message>
        <source>To have it, put {places} into a folder named by {variable}.</source>
        <translation>उसे पाने के लिए {places} को {variable} में बताए फ़ोल्डर में रखें।</translation>
    </message>
    <message>
        <source>To have it, run `python -m client.models fetch {name}`.</source>
        <translation>उसे पाने के लिए `python -m client.models fetch {name}` चलाएँ।</translation>
    </message>
    <message>
        <source>Transcripts are off for this interview.</source>
        <translation>इस साक्षात्कार में लिखित रूप बंद है।</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell your IT department what this line says.</source>
        <translation>फिर कोशिश करें; यदि ऐसा ही रहे, तो अपने IT विभाग को बताएँ कि यह पंक्ति क्या कहती है।</translation>
    </message>
    <message>
        <source>Voice activity is off: faster-whisper, which carries its model, is not installed; voices are not listened to.</source>
        <translation>आवाज़ की पहचान बंद है: faster-whisper, जिसमें उसका मॉडल है, इंस्टॉल नहीं है; आवाज़ें नहीं सुनी जातीं।</translation>
    </message>
    <message>
        <source>We could not run it. This says nothing about your code; try again.</source>
        <translation>हम इसे चला नहीं सके। यह आपके कोड के बारे में कुछ नहीं कहता; फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>You are hard to hear. Move closer to the microphone or raise its level.</source>
        <translation>आपकी आवाज़ मुश्किल से सुनाई देती है। माइक्रोफ़ोन के पास आएँ या उसका स्तर बढ़ाएँ।</translation>
    </message>
    <message>
        <source>You are too loud for the microphone. Lower its level or move back a little.</source>
        <translation>आपकी आवाज़ माइक्रोफ़ोन के लिए बहुत तेज़ है। उसका स्तर घटाएँ या थोड़ा पीछे हटें।</translation>
    </message>
    <message>
        <source>You were hard to hear. Move closer to the microphone and read the sentence again.</source>
        <translation>आपकी आवाज़ मुश्किल से सुनाई दी। माइक्रोफ़ोन के पास आएँ और वाक्य फिर से पढ़ें।</translation>
    </message>
    <message>
        <source>Your eyes could not be seen clearly.</source>
        <translation>आपकी आँखें साफ़ नहीं दिखीं।</translation>
    </message>
    <message>
        <source>Your voice could not be learned in time.</source>
        <translation>आपकी आवाज़ समय पर सीखी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>brightness {percent}</source>
        <translation>चमक {percent}</translation>
    </message>
    <message>
        <source>within a second of the server</source>
        <translation>सर्वर से एक सेकंड के भीतर</translation>
    </message>
    <message>
        <source>{gb} GB free</source>
        <translation>{gb} GB खाली</translation>
    </message>
    <message>
        <source>{looks} looks a second, {n} cores</source>
        <translation>प्रति सेकंड {looks} बार देखना, {n} कोर</translation>
    </message>
    <message>
        <source>{name} could not be loaded and is off.</source>
        <translation>{name} लोड नहीं हो सका और बंद है।</translation>
    </message>
    <message>
        <source>{name} failed again and again and is off.</source>
        <translation>{name} बार-बार विफल हुआ और बंद है।</translation>
    </message>
    <message>
        <source>{name}, loudest {dbfs} dBFS</source>
        <translation>{name}, अधिकतम {dbfs} dBFS</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}</source>
        <translation>{name}, {width} × {height}</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}, {fps} pictures a second</source>
        <translation>{name}, {width} × {height}, प्रति सेकंड {fps} तस्वीरें</translation>
    </message>
    <message>
        <source>{n} cores</source>
        <translation>{n} कोर</translation>
    </message>
    <message>
        <source>{n} models are not here; an interview works without them.</source>
        <translation>{n} मॉडल यहाँ नहीं हैं; उनके बिना भी साक्षात्कार चलता है।</translation>
    </message>
    <message>
        <source>{n} of the models that are needed are not here: what needs them is not watched.</source>
        <translation>ज़रूरी मॉडलों में से {n} यहाँ नहीं हैं: जिसे उनकी ज़रूरत है, वह नहीं देखा जाता।</translation>
    </message>
    <message>
        <source>{n} of {total} examples were run: together they took too long.</source>
        <translation>{total} में से {n} उदाहरण चलाए गए: सब मिलाकर बहुत समय लगा।</translation>
    </message>
    <message>
        <source>{seconds} s ahead of the server</source>
        <translation>सर्वर से {seconds} सेकंड आगे</translation>
    </message>
    <message>
        <source>{seconds} s behind the server</source>
        <translation>सर्वर से {seconds} सेकंड पीछे</translation>
    </message>
    <message>
        <source>{server} answers in {ms} ms</source>
        <translation>{server} {ms} मि.से. में उत्तर देता है</translation>
    </message>
    <message>
        <source>{server} does not answer</source>
        <translation>{server} उत्तर नहीं दे रहा</translation>
    </message>
</context>
</TS>
