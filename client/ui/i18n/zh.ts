<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>All questions</source>
        <translation>全部题目</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Which moment</source>
        <translation>哪个时刻</translation>
    </message>
    <message>
        <source>For example: the doorbell rang.</source>
        <translation>例如：门铃响了。</translation>
    </message>
    <message>
        <source>What you want to say about it</source>
        <translation>您想作的说明</translation>
    </message>
    <message>
        <source>Did something happen that could be misread? Say it in your own words: a person who looks at this moment reads it there. It stops no clock and changes nothing else.</source>
        <translation>是否发生了可能被误解的事？请用您自己的话说明：查看这一时刻的人会在那里读到。这不会暂停计时，也不会改变其他任何内容。</translation>
    </message>
    <message>
        <source>Explain a moment</source>
        <translation>说明某个时刻</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Add to my record</source>
        <translation>加入我的记录</translation>
    </message>
    <message>
        <source>Now, {time} into the interview</source>
        <translation>现在，面试已进行 {time}</translation>
    </message>
    <message>
        <source>Added. You can add more, or go back.</source>
        <translation>已加入。您可以继续添加，或返回。</translation>
    </message>
    <message>
        <source>something was heard</source>
        <translation>听到了声音</translation>
    </message>
    <message>
        <source>the computer was slow</source>
        <translation>电脑运行缓慢</translation>
    </message>
    <message>
        <source>something about the picture</source>
        <translation>画面有异常</translation>
    </message>
    <message>
        <source>Since {start}: {what}</source>
        <translation>自 {start} 起：{what}</translation>
    </message>
    <message>
        <source>From {start} to {end}: {what}</source>
        <translation>{start} 至 {end}：{what}</translation>
    </message>
    <message>
        <source>The time of a question runs only while it is open. When it is over, the question can still be read.</source>
        <translation>每道题的时间只在题目打开时计算。时间用完后，仍可阅读该题。</translation>
    </message>
    <message>
        <source>The questions come one after the other; what is done cannot be changed.</source>
        <translation>题目依次出现；已完成的题目不能再修改。</translation>
    </message>
    <message>
        <source>Hand in now?</source>
        <translation>现在提交吗？</translation>
    </message>
    <message>
        <source>Hand in now</source>
        <translation>现在提交</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation>继续作答</translation>
    </message>
    <message>
        <source>After this nothing can be changed any more.</source>
        <translation>提交后将无法再作任何修改。</translation>
    </message>
    <message>
        <source>Question {n}</source>
        <translation>第 {n} 题</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>口述</translation>
    </message>
    <message>
        <source>written</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已作答</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚未作答</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>time is over, for reading only</source>
        <translation>时间已到，仅供阅读</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>剩余 {left}</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>您在这里</translation>
    </message>
    <message>
        <source>{n} of {count} questions are answered.</source>
        <translation>已作答 {n} 题，共 {count} 题。</translation>
    </message>
    <message>
        <source>1 is flagged.</source>
        <translation>已标记 1 题。</translation>
    </message>
    <message>
        <source>{n} are flagged.</source>
        <translation>已标记 {n} 题。</translation>
    </message>
    <message>
        <source>Your face is not clear in it.</source>
        <translation>照片中您的脸不够清晰。</translation>
    </message>
    <message>
        <source>Please take another.</source>
        <translation>请重拍一张。</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera and take another.</source>
        <translation>画面中没有人脸。请坐到摄像头前，重拍一张。</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone in it and take another.</source>
        <translation>画面中有多张人脸。请确保只有您一人，重拍一张。</translation>
    </message>
    <message>
        <source>The picture is too dark. Turn on a light in front of you and take another.</source>
        <translation>画面太暗。请打开您面前的灯，重拍一张。</translation>
    </message>
    <message>
        <source>The picture is blurred. Hold still and take another.</source>
        <translation>画面模糊。请保持不动，重拍一张。</translation>
    </message>
    <message>
        <source>Your face is turned away. Look straight into the camera and take another.</source>
        <translation>您的脸偏向一侧。请正视摄像头，重拍一张。</translation>
    </message>
    <message>
        <source>Calibrated: your gaze is known to about {exact}.</source>
        <translation>校准完成：视线精度约为 {exact}。</translation>
    </message>
    <message>
        <source>That was not precise enough: about {exact}.</source>
        <translation>精度不够：约为 {exact}。</translation>
    </message>
    <message>
        <source>That did not work. {reason}</source>
        <translation>未能成功。{reason}</translation>
    </message>
    <message>
        <source>You can try once more or go on without.</source>
        <translation>您可以再试一次，或跳过此项继续。</translation>
    </message>
    <message>
        <source>You can go on without.</source>
        <translation>您可以跳过此项继续。</translation>
    </message>
    <message>
        <source>an unknown distance</source>
        <translation>未知距离</translation>
    </message>
    <message>
        <source>1 degree</source>
        <translation>1 度</translation>
    </message>
    <message>
        <source>{n} degrees</source>
        <translation>{n} 度</translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation>{n} 毫米</translation>
    </message>
    <message>
        <source>{n} cm</source>
        <translation>{n} 厘米</translation>
    </message>
    <message>
        <source>A note on your interview</source>
        <translation>关于您面试的通知</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>我已阅读</translation>
    </message>
    <message>
        <source>You have {length} more, for this question and in all.</source>
        <translation>您增加了 {length}，本题时间和总时间均已延长。</translation>
    </message>
    <message>
        <source>Your interview was opened again. All your answers are still here; it goes on where you stopped.</source>
        <translation>您的面试已重新开放。您的所有答案都在；面试将从您中断的地方继续。</translation>
    </message>
    <message>
        <source>A person lets you go on, this once. This was found on your computer, and it no longer covers the questions: {what}. If anything else is found, they are covered again.</source>
        <translation>有工作人员允许您这一次继续。您的电脑上发现了以下情况，它不再遮住题目：{what}。如果又发现其他情况，题目会再次被遮住。</translation>
    </message>
    <message>
        <source>Something about your interview was changed.</source>
        <translation>您的面试有一些变动。</translation>
    </message>
    <message>
        <source>The clocks stand still while you read this, for {length} at most.</source>
        <translation>您阅读此内容时计时停止，最长{length}。</translation>
    </message>
    <message>
        <source>It is dark. Turn on a light in front of you.</source>
        <translation>光线太暗。请打开您面前的灯。</translation>
    </message>
    <message>
        <source>It is very bright. Turn away from the window or lamp.</source>
        <translation>光线太亮。请避开窗户或灯光。</translation>
    </message>
    <message>
        <source>Looking for your face …</source>
        <translation>正在寻找您的脸……</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera.</source>
        <translation>画面中没有人脸。请坐到摄像头前。</translation>
    </message>
    <message>
        <source>Your face is well in the picture.</source>
        <translation>您的脸在画面中清晰可见。</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone, please.</source>
        <translation>画面中有多张人脸。请确保只有您一人。</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{h} hours {m} minutes</source>
        <translation>{h} 小时 {m} 分钟</translation>
    </message>
    <message>
        <source>Not watched here: {list}</source>
        <translation>此处不监测：{list}</translation>
    </message>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another under Devices. You can go on meanwhile; the time without picture is noted.</source>
        <translation>摄像头没有画面。请重新插上，关闭正在使用它的其他程序，或在“设备”中选择另一个。您可以继续作答；没有画面的时间会被记录。</translation>
    </message>
    <message>
        <source>No microphone can be heard. Plug it in again, or choose another under Devices. What you said until now is saved, and a recording goes on once you are heard again.</source>
        <translation>麦克风没有声音。请重新插上，或在“设备”中选择另一个。您目前所说的内容已保存，恢复声音后录音会继续。</translation>
    </message>
    <message>
        <source>There is no connection. Just go on: your answers are kept on this computer and go up by themselves when the connection is back.</source>
        <translation>网络已断开。请继续作答：您的答案保存在这台电脑上，网络恢复后会自动上传。</translation>
    </message>
    <message>
        <source>The disk of this computer is full. Free some space now; what was saved is safe.</source>
        <translation>这台电脑的磁盘已满。请立即释放一些空间；已保存的内容是安全的。</translation>
    </message>
    <message>
        <source>The camera watch stopped and is being started again. Just go on.</source>
        <translation>摄像头监测已停止，正在重新启动。请继续作答。</translation>
    </message>
    <message>
        <source>The battery is nearly empty. Plug the charger in now. If the computer stops, start it again and open the app: it comes back to this question.</source>
        <translation>电池即将耗尽。请立即接上充电器。如果电脑关机，请重新开机并打开本应用：它会回到这道题。</translation>
    </message>
    <message>
        <source>This computer is busy. Close other programs if you can; your answers are safe.</source>
        <translation>这台电脑负载较高。如有可能，请关闭其他程序；您的答案是安全的。</translation>
    </message>
    <message>
        <source>Your words to the people in charge</source>
        <translation>您想对负责人员说的话</translation>
    </message>
    <message>
        <source>In your own words …</source>
        <translation>用您自己的话……</translation>
    </message>
    <message>
        <source>Write to the people in charge of the interview</source>
        <translation>给面试负责人员留言</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>You wrote a message at {time}.</source>
        <translation>您在 {time} 发送了消息。</translation>
    </message>
    <message>
        <source>You asked for a break at {time}.</source>
        <translation>您在 {time} 申请了休息。</translation>
    </message>
    <message>
        <source>You called for help at {time}.</source>
        <translation>您在 {time} 请求了帮助。</translation>
    </message>
    <message>
        <source>You left at {time}.</source>
        <translation>您在 {time} 退出了。</translation>
    </message>
    <message>
        <source>A person has reacted to it.</source>
        <translation>已有人处理。</translation>
    </message>
    <message>
        <source>There is no connection: it is kept here and sent as soon as there is one. If it is urgent, use another device.</source>
        <translation>没有网络连接：内容保存在这里，一有连接便会发送。如有急事，请使用其他设备联系。</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself.</source>
        <translation>尚无人回复；回复会自动显示在这里。</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself. The clock goes on until then.</source>
        <translation>还没有人答复；答复会自动显示在这里。在此之前计时继续。</translation>
    </message>
    <message>
        <source>This is practice: nobody reads what you write here, and nothing of it is sent. In an interview it reaches the people in charge.</source>
        <translation>这是练习：没有人会看您在这里写的内容，也不会发送任何内容。在正式面试中，它会送达负责人。</translation>
    </message>
    <message>
        <source>the person who invited you</source>
        <translation>邀请您的人</translation>
    </message>
    <message>
        <source>Quote this number: {id}</source>
        <translation>请提供此编号：{id}</translation>
    </message>
    <message>
        <source>The clocks stand still while the interview is paused.</source>
        <translation>面试暂停期间，计时停止。</translation>
    </message>
    <message>
        <source>The clocks stand still while the screen is covered.</source>
        <translation>屏幕被遮住期间，计时停止。</translation>
    </message>
    <message>
        <source>The clock goes on meanwhile; say so, and they can give you time back.</source>
        <translation>此期间计时继续；请说明情况，负责人员可以为您补回时间。</translation>
    </message>
    <message>
        <source>The clock has not started yet.</source>
        <translation>计时尚未开始。</translation>
    </message>
    <message>
        <source>If nobody answers here: reply to your invitation, or call {whom} by another device. {number}

{going}

If the camera or microphone stopped: open Devices above and choose it again.
If the connection is gone: just go on; answers are kept here and sent later.
If the computer must be restarted: do it; the app comes back to this question.</source>
        <translation>如果这里没有人答复：请回复您的邀请函，或用其他设备联系{whom}。{number}

{going}

如果摄像头或麦克风停止工作：请打开上方的“设备”重新选择。
如果网络断开：请继续作答；答案保存在这里，稍后发送。
如果必须重启电脑：请重启；本应用会回到这道题。</translation>
    </message>
    <message>
        <source>Keys: F1 opens this help, F2 what is watched and sent, F6 explains a moment. Ctrl and + or − changes the size of the text, F4 the contrast. R reads the question again, Ctrl and Enter finishes an answer, Ctrl and O shows all questions. In code, Ctrl and F finds, F3 goes on to the next place, Shift and F3 back to the one before.</source>
        <translation>按键：F1 打开此帮助，F2 显示观察和发送的内容，F6 说明某个时刻。Ctrl 加 + 或 − 改变文字大小，F4 切换对比度。R 重读题目，Ctrl 加 Enter 结束回答，Ctrl 加 O 显示所有题目。在代码中，Ctrl 加 F 查找，F3 到下一处，Shift 加 F3 到上一处。</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Those in charge read it as soon as one of them looks. Answers appear as a note.</source>
        <translation>负责人员查看时即会读到。答复会以通知形式显示。</translation>
    </message>
    <message>
        <source>Ask for a break</source>
        <translation>申请休息</translation>
    </message>
    <message>
        <source>A person decides. Until they pause the interview, clock and watch go on.</source>
        <translation>由工作人员决定。在面试被暂停之前，计时和监测继续。</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>请求帮助</translation>
    </message>
    <message>
        <source>Shows those in charge at once that you need a person. Nothing is ended by it.</source>
        <translation>立即告知负责人员您需要有人协助。这不会结束任何内容。</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation>还没有任何内容离开这台电脑。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>What has left this computer</source>
        <translation>哪些内容离开了这台电脑</translation>
    </message>
    <message>
        <source>Counted here as it leaves, also when something had to be sent again. Everything is encrypted on its way.</source>
        <translation>在内容发出时于此计数，重新发送的也计算在内。所有内容在传输中均已加密。</translation>
    </message>
    <message>
        <source>What a real interview would have sent</source>
        <translation>正式面试会发送的内容</translation>
    </message>
    <message>
        <source>This is practice. Camera and microphone are used as in an interview, and everything stays on this computer.</source>
        <translation>这是练习。摄像头和麦克风的使用方式与面试相同，所有内容都留在这台电脑上。</translation>
    </message>
    <message>
        <source>The interview is paused: nothing is watched or recorded now.</source>
        <translation>面试已暂停：现在不监测，也不录制任何内容。</translation>
    </message>
    <message>
        <source>Watching has ended. What is not sent yet is being sent.</source>
        <translation>监测已结束。尚未发送的内容正在发送。</translation>
    </message>
    <message>
        <source>Your camera picture is shown only to you. Until the first question nothing is kept but the checks of your devices and what you take yourself.</source>
        <translation>您的摄像头画面只显示给您本人。在第一题之前，除设备检查结果和您自己拍摄或录制的内容外，不保留任何内容。</translation>
    </message>
    <message>
        <source>Camera and microphone are watched now, on this computer.</source>
        <translation>摄像头和麦克风正在这台电脑上接受监测。</translation>
    </message>
    <message>
        <source>The camera gives no picture; the microphone is watched.</source>
        <translation>摄像头没有画面；麦克风正在接受监测。</translation>
    </message>
    <message>
        <source>Your answer is being recorded.</source>
        <translation>您的回答正在录音。</translation>
    </message>
    <message>
        <source>A small still picture is sent every ten seconds.</source>
        <translation>每十秒发送一张小尺寸静态图片。</translation>
    </message>
    <message>
        <source>A person who accompanies the interview may look through your camera; a line at the top of this window says so while somebody does.</source>
        <translation>陪同面试的人可以通过您的摄像头观看；有人观看时，本窗口顶部会有一行文字说明。</translation>
    </message>
    <message>
        <source>A person who accompanies your interview is looking through your camera now. They see the picture and hear nothing; nothing of it is kept.</source>
        <translation>陪同您面试的人正在通过您的摄像头观看。对方只能看到画面，听不到声音；画面不会被保存。</translation>
    </message>
    <message>
        <source>This is practice: nothing of it was sent, and nothing of it is kept.</source>
        <translation>这是练习：没有发送任何内容，也不保留任何内容。</translation>
    </message>
    <message>
        <source>Nothing waits: the server has confirmed all of it.</source>
        <translation>没有待发送的内容：服务器已全部确认。</translation>
    </message>
    <message>
        <source>Still on this computer only: {n} entries and recordings, {size}.</source>
        <translation>仍只在这台电脑上：{n} 条记录和录音，{size}。</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} 字节</translation>
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
        <translation>您的文字答案，以及您打开和结束题目的时间</translation>
    </message>
    <message>
        <source>What was noted by the watch, as times and figures</source>
        <translation>监测所记录的内容，以时间和数值表示</translation>
    </message>
    <message>
        <source>What you agreed to, asked and explained</source>
        <translation>您同意、请求和说明的内容</translation>
    </message>
    <message>
        <source>Steps of the interview, checks, and the state of this computer</source>
        <translation>面试步骤、各项检查以及这台电脑的状态</translation>
    </message>
    <message>
        <source>Recordings of your voice</source>
        <translation>您的语音录音</translation>
    </message>
    <message>
        <source>Your selfie, and pictures kept of what was noted</source>
        <translation>您的自拍照，以及所记录情况的留存图片</translation>
    </message>
    <message>
        <source>Face and voice as numbers, to compare with</source>
        <translation>用于比对的面部和声音数值</translation>
    </message>
    <message>
        <source>Small still pictures for those who watch live</source>
        <translation>供实时监看人员查看的小尺寸静态图片</translation>
    </message>
    <message>
        <source>The live picture of your camera, each time that a person looked</source>
        <translation>您摄像头的实时画面（每次有人观看时）</translation>
    </message>
    <message>
        <source>Signs of life: that the app runs, and how busy this computer is</source>
        <translation>运行信号：本应用正在运行，以及这台电脑的繁忙程度</translation>
    </message>
    <message>
        <source>Opening, starting and handing in the interview</source>
        <translation>打开、开始和提交面试</translation>
    </message>
    <message>
        <source>Open lines, on which only the server speaks</source>
        <translation>保持打开、仅由服务器发送信息的连接</translation>
    </message>
    <message>
        <source>Whether a phone, a book or a second screen is seen.</source>
        <translation>是否出现手机、书本或第二块屏幕。</translation>
    </message>
    <message>
        <source>Whether the camera is covered, frozen or unplugged.</source>
        <translation>摄像头是否被遮挡、画面冻结或被拔出。</translation>
    </message>
    <message>
        <source>This computer, during the questions: whether programs for remote control, recording or help with answers run, whether other windows lie over this one, and which displays and input devices there are.</source>
        <translation>答题期间的这台电脑：是否运行远程控制、录制或协助答题的程序，是否有其他窗口覆盖此窗口，以及有哪些显示器和输入设备。</translation>
    </message>
    <message>
        <source>Covers the questions until it is put right or a person lets you go on: {list}. The time is given back up to {n} seconds; nothing is ended by it.</source>
        <translation>在解决之前或工作人员允许您继续之前，会遮住题目：{list}。时间最多补还{n}秒；面试不会因此结束。</translation>
    </message>
    <message>
        <source>What is watched on this computer</source>
        <translation>这台电脑上监测的内容</translation>
    </message>
    <message>
        <source>What leaves this computer, encrypted</source>
        <translation>加密后离开这台电脑的内容</translation>
    </message>
    <message>
        <source>What never leaves it</source>
        <translation>绝不离开这台电脑的内容</translation>
    </message>
    <message>
        <source>Video: but for that small still picture, it is looked at here and forgotten.</source>
        <translation>视频：除上述小幅静止图像外，仅在此处查看，随即丢弃。</translation>
    </message>
    <message>
        <source>Video: the picture is looked at here and forgotten.</source>
        <translation>视频：画面仅在此处查看，随即丢弃。</translation>
    </message>
    <message>
        <source>Sound beside your recordings: heard here and forgotten, never written down.</source>
        <translation>录音以外的声音：仅在此处听取，随即丢弃，绝不转成文字。</translation>
    </message>
    <message>
        <source>Also during the questions: whether another program puts something into the clipboard (never what), and whether the way to the network changes.</source>
        <translation>答题期间还包括：是否有其他程序向剪贴板放入内容（从不查看内容），以及网络通路是否改变。</translation>
    </message>
    <message>
        <source>Your other files, what your other programs show or hold, your passwords.</source>
        <translation>您的其他文件、其他程序显示或保存的内容、您的密码。</translation>
    </message>
    <message>
        <source>Your other files, your other programs, your passwords.</source>
        <translation>您的其他文件、其他程序和密码。</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>由谁决定</translation>
    </message>
    <message>
        <source>People. Nothing that is noticed ends the interview or lowers a mark by itself.</source>
        <translation>由人决定。任何被注意到的情况都不会自行结束面试或降低评分。</translation>
    </message>
    <message>
        <source>No guess is made about your feelings, honesty or character.</source>
        <translation>不对您的情绪、诚信或性格作任何推测。</translation>
    </message>
    <message>
        <source>Answers, recordings and pictures are erased after {n} days; your name and your marks when their time is over.</source>
        <translation>答案、录音和图片在 {n} 天后删除；您的姓名和评分在其保存期满后删除。</translation>
    </message>
    <message>
        <source>Any other video: but for that small still picture and those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>其他视频：除上述小幅静止图像和上述实时观看外，仅在此处查看，随即丢弃。任何地方都不保存视频。</translation>
    </message>
    <message>
        <source>Any other video: but for those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>其他视频：除上述实时观看外，仅在此处查看，随即丢弃。任何地方都不保存视频。</translation>
    </message>
    <message>
        <source>This window stays in front of all others. If another one takes the keyboard, this one takes it back, and when that was is noted.</source>
        <translation>此窗口始终位于其他窗口之前。如果其他窗口取得键盘，此窗口会将其取回，并记录发生的时间。</translation>
    </message>
    <message>
        <source>This window stays in front of all others, and keys that switch programs or take pictures of the screen do nothing. When one is pressed, or another window takes the keyboard, that is noted.</source>
        <translation>此窗口始终位于其他窗口之前，切换程序或截屏的按键不起作用。按下这类按键或其他窗口取得键盘时，会予以记录。</translation>
    </message>
    <message>
        <source>What is held while the interview runs</source>
        <translation>面试进行期间的限制</translation>
    </message>
    <message>
        <source>The clipboard is emptied at the start and at the end.</source>
        <translation>剪贴板在开始和结束时清空。</translation>
    </message>
    <message>
        <source>You can leave at any time by the button above. At the end, and also after a crash, your computer is set back as it was.</source>
        <translation>您可以随时通过上方按钮退出。结束时以及崩溃之后，您的电脑都会恢复原状。</translation>
    </message>
    <message>
        <source>Comparing your face and voice by computer</source>
        <translation>由计算机比对您的面部和声音</translation>
    </message>
    <message>
        <source>Your face and voice as numbers, made from selfie and voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>由自拍照和声音样本得出的面部和声音数值：如同指纹，经过加密，仅用于本次面试。</translation>
    </message>
    <message>
        <source>Comparing your face by computer</source>
        <translation>由计算机比对您的面部</translation>
    </message>
    <message>
        <source>Your face as numbers, made from selfie: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>由自拍照得出的面部数值：如同指纹，经过加密，仅用于本次面试。</translation>
    </message>
    <message>
        <source>Comparing your voice by computer</source>
        <translation>由计算机比对您的声音</translation>
    </message>
    <message>
        <source>Your voice as numbers, made from voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>由声音样本得出的声音数值：如同指纹，经过加密，仅用于本次面试。</translation>
    </message>
    <message>
        <source>You may say no and go on: then a person checks who you are.</source>
        <translation>您可以拒绝并继续：届时由人核实您的身份。</translation>
    </message>
    <message>
        <source>This interview needs it. If you do not want it, choose Leave above and ask the person who invited you for a way without: then a person checks who you are.</source>
        <translation>本次面试需要此项。如果您不愿意，请选择上方的“退出”，并请邀请您的人提供不需要此项的方式：届时由人核实您的身份。</translation>
    </message>
    <message>
        <source>You can take a yes back at any time, also on your invitation&apos;s page: the numbers are destroyed.</source>
        <translation>您可以随时撤回同意，也可在邀请页面上撤回：届时这些数值将被销毁。</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language that this file translates into, such as de. It goes into the record.</extracomment>
        <translation>zh</translation>
    </message>
    <message>
        <source>No picture of you goes to them, and none of your name unless you say it in an answer.</source>
        <translation>您的任何图像都不会发送给它们；除非您在回答中说出，您的姓名也不会。</translation>
    </message>
    <message>
        <source>Who else gets your answers</source>
        <translation>还有谁会收到您的回答</translation>
    </message>
    <message>
        <source>The texts of your answers, by the server: to a language model at {host}, which proposes marks and may write further questions. A person decides.</source>
        <translation>您回答的文字，由服务器发送给 {host} 的语言模型，它会建议分数，也可能写出追问。由人来决定。</translation>
    </message>
    <message>
        <source>Recordings that this computer cannot write down, by the server: to a service at {host}, which turns them into text.</source>
        <translation>这台电脑无法转成文字的录音，由服务器发送给 {host} 的服务，由它转成文字。</translation>
    </message>
    <message>
        <source>Your typed answers as you write, and the recordings of your spoken answers.</source>
        <translation>您输入时的书面答案，以及口头回答的录音。</translation>
    </message>
    <message>
        <source>Your selfie and your voice sample, so that a person can tell who took the interview.</source>
        <translation>您的自拍照和声音样本，以便有人辨认是谁参加了面试。</translation>
    </message>
    <message>
        <source>Your selfie, so that a person can tell who took the interview.</source>
        <translation>您的自拍照，以便有人辨认是谁参加了面试。</translation>
    </message>
    <message>
        <source>Your voice sample, so that a person can tell who took the interview.</source>
        <translation>您的声音样本，以便有人辨认是谁参加了面试。</translation>
    </message>
    <message>
        <source>How exact the gaze calibration was, if you made it.</source>
        <translation>视线校准的精确程度（如果您进行了校准）。</translation>
    </message>
    <message>
        <source>A list of what was noticed, with times. No score comes from it.</source>
        <translation>所注意到情况的清单及时间。不会由此产生任何评分。</translation>
    </message>
    <message>
        <source>Names of such programs, windows with their titles, and devices, where they were noticed.</source>
        <translation>所注意到的此类程序、窗口（含标题）和设备的名称。</translation>
    </message>
    <message>
        <source>Names of such programs, windows and devices, where they were noticed.</source>
        <translation>所注意到的此类程序、窗口和设备的名称。</translation>
    </message>
    <message>
        <source>At most {n} small pictures an hour, each belonging to an entry of that list.</source>
        <translation>每小时最多 {n} 张小图，每张对应清单中的一条记录。</translation>
    </message>
    <message>
        <source>A small still picture of the camera every ten seconds, for a person who accompanies the interview. Only the newest is kept, and none after the end.</source>
        <translation>每十秒一张摄像头小幅静止图像，供陪同面试的人查看。只保留最新一张，结束后不保留任何一张。</translation>
    </message>
    <message>
        <source>The camera&apos;s picture, live and without sound, while a person who accompanies the interview looks through it. You are told each time and for as long as somebody looks; each look is on record and the picture is not kept.</source>
        <translation>摄像头的实时画面（不含声音），仅在陪同面试的人观看期间发送。每次有人观看时都会告知您，直到观看结束；每次观看都会记录在案，画面不会被保存。</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie.</source>
        <translation>您的面部是否在画面中，是否与自拍照一致。</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie, and whether anybody else is.</source>
        <translation>您的面部是否在画面中，是否与自拍照一致，以及画面中是否有其他人。</translation>
    </message>
    <message>
        <source>Whether your face is in the picture.</source>
        <translation>您的面部是否在画面中。</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, and whether anybody else is.</source>
        <translation>您的面部是否在画面中，以及画面中是否有其他人。</translation>
    </message>
    <message>
        <source>Whether your head is turned away from the screen.</source>
        <translation>您的头部是否转离屏幕。</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen.</source>
        <translation>您的头部或眼睛是否转离屏幕。</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen, coarsely.</source>
        <translation>您的头部或眼睛是否转离屏幕（粗略判断）。</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer or the voice sample.</source>
        <translation>您的麦克风：仅在您录制回答或声音样本时录音。</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer.</source>
        <translation>您的麦克风：仅在您录制回答时录音。</translation>
    </message>
    <message>
        <source>It is listened to for speech, a second voice and loudspeakers during the questions.</source>
        <translation>答题期间会监听是否有说话声、第二个人的声音和扬声器的声音。</translation>
    </message>
    <message>
        <source>It is listened to for speech and loudspeakers during the questions.</source>
        <translation>答题期间会监听是否有说话声和扬声器的声音。</translation>
    </message>
    <message>
        <source>It is listened to for a second voice and loudspeakers during the questions.</source>
        <translation>答题期间会监听是否有第二个人的声音和扬声器的声音。</translation>
    </message>
    <message>
        <source>It is listened to for a second voice during the questions.</source>
        <translation>答题期间会监听是否有第二个人的声音。</translation>
    </message>
    <message>
        <source>It is listened to for loudspeakers during the questions.</source>
        <translation>答题期间会监听是否有扬声器的声音。</translation>
    </message>
    <message>
        <source>Practice: nothing is sent, and nothing is kept when it ends.</source>
        <translation>练习：不发送任何内容，结束后也不保留任何内容。</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>口头</translation>
    </message>
    <message>
        <source>What do you like to do on a free day?</source>
        <translation>空闲的一天您喜欢做什么？</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>Describe in two or three sentences how you make tea or coffee.</source>
        <translation>请用两三句话描述您如何泡茶或冲咖啡。</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>编程</translation>
    </message>
    <message>
        <source>Write a function total(numbers) that returns the sum of a list of numbers.</source>
        <translation>编写函数 total(numbers)，返回一个数字列表的总和。</translation>
    </message>
    <message>
        <source>three numbers</source>
        <translation>三个数字</translation>
    </message>
    <message>
        <source>Practice interview</source>
        <translation>练习面试</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>In practice no code is run. In an interview the server runs it, and its output is shown here.</source>
        <translation>练习中不运行代码。正式面试时由服务器运行，输出显示在这里。</translation>
    </message>
    <message>
        <source>The invite is not used here: {why}</source>
        <translation>此处未使用该邀请：{why}</translation>
    </message>
    <message>
        <source>The signed report was sent: the people who invited you can read it.</source>
        <translation>已发送签名报告：邀请您的人可以阅读。</translation>
    </message>
    <message>
        <source>The report was not sent: {why}</source>
        <translation>报告未发送：{why}</translation>
    </message>
    <message>
        <source>The signed report is in the file {name}.</source>
        <translation>签名报告保存在文件 {name} 中。</translation>
    </message>
    <message>
        <source>The file cannot be written: {why}</source>
        <translation>无法写入文件：{why}</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} 条记录</translation>
    </message>
    <message>
        <source>1 recording or picture</source>
        <translation>1 段录音或 1 张图片</translation>
    </message>
    <message>
        <source>{n} recordings and pictures</source>
        <translation>{n} 段录音和图片</translation>
    </message>
    <message>
        <source>Still to send: {what} ({size}).</source>
        <translation>仍待发送：{what}（{size}）。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>发送报告</translation>
    </message>
    <message>
        <source>The people who invited you can read it; it decides nothing by itself</source>
        <translation>邀请您的人可以阅读；它本身不决定任何事情</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>保存为文件……</translation>
    </message>
    <message>
        <source>Is this computer ready?</source>
        <translation>这台电脑准备好了吗？</translation>
    </message>
    <message>
        <source>This takes about half a minute. The camera is opened for a moment and two seconds are listened to; neither picture nor sound is kept or sent.</source>
        <translation>大约需要半分钟。摄像头会短暂打开，并聆听两秒钟；不保留也不发送任何图像或声音。</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Checking: {n} of {total} done</source>
        <translation>正在检查：已完成 {n} 项，共 {total} 项</translation>
    </message>
    <message>
        <source>checking …</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>文件保存位置</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>What to do: {cure}</source>
        <translation>处理方法：{cure}</translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <translation>未检查任何项目。</translation>
    </message>
    <message>
        <source>This computer is ready.</source>
        <translation>这台电脑已准备就绪。</translation>
    </message>
    <message>
        <source>Not ready yet: {failed} failed, {unsure} unknown.</source>
        <translation>尚未就绪：{failed} 项未通过，{unsure} 项未知。</translation>
    </message>
    <message>
        <source>Nothing failed, but {unsure} could not be told.</source>
        <translation>没有未通过的项目，但有 {unsure} 项无法判断。</translation>
    </message>
    <message>
        <source>What was found on this computer</source>
        <translation>在这台电脑上发现的情况</translation>
    </message>
    <message>
        <source>Nothing to be noted: {names}.</source>
        <translation>没有需要注意的：{names}。</translation>
    </message>
    <message>
        <source>{name}: cannot be told ({why}).</source>
        <translation>{name}：无法判断（{why}）。</translation>
    </message>
    <message>
        <source>{name}: {found}. A person looks at it; nothing else follows.</source>
        <translation>{name}：{found}。由人来查看，此外没有其他后果。</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>displays</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>kind of computer</source>
        <translation>电脑类型</translation>
    </message>
    <message>
        <source>remote control</source>
        <translation>远程控制</translation>
    </message>
    <message>
        <source>screen recording</source>
        <translation>屏幕录制</translation>
    </message>
    <message>
        <source>camera and microphone</source>
        <translation>摄像头和麦克风</translation>
    </message>
    <message>
        <source>this app itself</source>
        <translation>本应用自身</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>way to the network</source>
        <translation>网络通路</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>a program that is not allowed in this interview</source>
        <translation>本次面试不允许的程序</translation>
    </message>
    <message>
        <source>another or a mirrored display</source>
        <translation>另一台或镜像的显示器</translation>
    </message>
    <message>
        <source>a connection from afar to this computer</source>
        <translation>到这台电脑的远程连接</translation>
    </message>
    <message>
        <source>a recording or sharing of the screen</source>
        <translation>屏幕录制或屏幕共享</translation>
    </message>
    <message>
        <source>keys that lead out of this app and cannot be held here</source>
        <translation>在这里无法拦住的、会离开本应用的按键</translation>
    </message>
    <message>
        <source>Close it, also where it only runs in the background.</source>
        <translation>请关闭它，即使它只在后台运行。</translation>
    </message>
    <message>
        <source>Unplug it or switch it off, and end the mirroring.</source>
        <translation>请拔下或关闭它，并停止镜像。</translation>
    </message>
    <message>
        <source>End that connection, and sit at the computer itself.</source>
        <translation>请结束该连接，并直接在这台电脑前操作。</translation>
    </message>
    <message>
        <source>Stop it in the program that does it.</source>
        <translation>请在执行该操作的程序中停止它。</translation>
    </message>
    <message>
        <source>You cannot put that right here: press I need help, and a person decides.</source>
        <translation>您无法在这里解决：请按“我需要帮助”，由工作人员决定。</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Ctrl and −</source>
        <translation>Ctrl 加 −</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Ctrl and +</source>
        <translation>Ctrl 加 +</translation>
    </message>
    <message>
        <source>Strong contrast (F4)</source>
        <translation>强对比度（F4）</translation>
    </message>
    <message>
        <source>Both are remembered on this computer.</source>
        <translation>两者都会在这台电脑上记住。</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>文字和对比度</translation>
    </message>
    <message>
        <source>Size of the text: {percent} %</source>
        <translation>文字大小：{percent}%</translation>
    </message>
</context>
<context>
    <name>Cameras</name>
    <message>
        <source>Recording</source>
        <translation>录音中</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Your answers are saved on this computer, but some have not reached the server. Stay until they have, or open the app again later: it goes on sending by itself.</source>
        <translation>您的答案已保存在这台电脑上，但有一部分尚未到达服务器。请等待发送完成，或稍后再次打开本应用：它会自动继续发送。</translation>
    </message>
    <message>
        <source>The interview has not started and nothing is lost. Open the app again to go on before the time named in your invitation.</source>
        <translation>面试尚未开始，没有任何内容丢失。请在邀请函注明的时间之前再次打开本应用以继续。</translation>
    </message>
    <message>
        <source>Your answers are saved and the clocks stand still. You need not leave the app for a break. If you do, open it again before the interview goes on: it returns to this question. Those in charge are told that you left.</source>
        <translation>您的答案已保存，计时已停止。休息时无需退出应用。如果退出，请在面试继续之前重新打开：它会回到这道题。负责人员会收到您已退出的通知。</translation>
    </message>
    <message>
        <source>The practice ends here. Nothing of it was sent, and nothing is kept.</source>
        <translation>练习到此结束。没有发送任何内容，也不保留任何内容。</translation>
    </message>
    <message>
        <source>Your answers are saved. The clock goes on while you are away, and those in charge are told that you left. Until the time is over you can come back: open the app again, and it returns to this question. Leaving does not hand the interview in.</source>
        <translation>您的答案已保存。您离开期间计时继续，负责人员会收到您已退出的通知。在时间用完之前您都可以回来：打开本应用，它会回到这道题。退出不等于提交面试。</translation>
    </message>
    <message>
        <source>What is watched and sent</source>
        <translation>监测和发送的内容</translation>
    </message>
    <message>
        <source>Stop comparing my face and voice</source>
        <translation>停止比对我的面部和声音</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The numbers made from your face and voice are destroyed, here and on the server, and nothing is compared any more. The interview goes on as before, and a person checks who you are. This cannot be undone in this interview.</source>
        <translation>由您的面部和声音生成的数值将在本机和服务器上销毁，之后不再进行任何比对。面试照常进行，由工作人员核实您的身份。在本次面试中，此操作无法撤销。</translation>
    </message>
    <message>
        <source>Stop comparing?</source>
        <translation>停止比对吗？</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>停止比对</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>摄像头、麦克风和扬声器</translation>
    </message>
    <message>
        <source>Leave now?</source>
        <translation>现在退出吗？</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>Your code</source>
        <translation>您的代码</translation>
    </message>
    <message>
        <source>Tab indents. Press Escape and then Tab to leave the editor. Ctrl+F searches, Ctrl+G goes to a line, Ctrl+slash makes comments.</source>
        <translation>Tab 键缩进。先按 Escape 再按 Tab 可离开编辑器。Ctrl+F 查找，Ctrl+G 转到指定行，Ctrl+/ 添加注释。</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Close brackets</source>
        <translation>自动补全括号</translation>
    </message>
    <message>
        <source>A bracket or quote brings its other half</source>
        <translation>输入括号或引号时自动补上另一半</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Ctrl+F finds, Ctrl+H replaces, Ctrl+G goes to a line</source>
        <translation>Ctrl+F 查找，Ctrl+H 替换，Ctrl+G 转到指定行</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Ctrl+/ makes the selected lines comments, or code again</source>
        <translation>Ctrl+/ 将所选行变为注释，或恢复为代码</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>I have read this and I agree.</source>
        <translation>我已阅读并同意。</translation>
    </message>
    <message>
        <source>A computer may compare my face and voice.</source>
        <translation>可以由电脑比对我的面部和声音。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Before you agree</source>
        <translation>在您同意之前</translation>
    </message>
    <message>
        <source>This computer watches during the interview so that no person has to. Look this up at any time under “Watched and sent”.</source>
        <translation>面试期间由这台电脑进行监测，从而无需人工监看。您可以随时在“监测与发送”中查看。</translation>
    </message>
    <message>
        <source>If you do not agree, choose Leave above: no picture or sound was kept.</source>
        <translation>如果您不同意，请选择上方的“退出”：没有保留任何图像或声音。</translation>
    </message>
    <message>
        <source>A computer may compare my face.</source>
        <translation>可以由电脑比对我的面部。</translation>
    </message>
    <message>
        <source>A computer may compare my voice.</source>
        <translation>可以由电脑比对我的声音。</translation>
    </message>
    <message>
        <source>Left empty, a person checks who you are instead.</source>
        <translation>如不勾选，则由工作人员核实您的身份。</translation>
    </message>
    <message>
        <source>This interview needs it: for a way without, ask the person who invited you.</source>
        <translation>本次面试需要此项：如需其他方式，请询问邀请您的人。</translation>
    </message>
</context>
<context>
    <name>DeviceCheck</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>摄像头、麦克风和扬声器</translation>
    </message>
    <message>
        <source>See that the picture shows your face and that the bar moves when you speak. Nothing is recorded yet. You can switch devices later as well.</source>
        <translation>请确认画面中能看到您的脸，并且说话时音量条会动。现在还没有录制任何内容。之后也可以更换设备。</translation>
    </message>
    <message>
        <source>Continue opens once the camera gives a picture.</source>
        <translation>摄像头有画面后即可点击“继续”。</translation>
    </message>
    <message>
        <source>Connect a microphone and choose it above to continue.</source>
        <translation>请连接麦克风并在上方选择，然后继续。</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>Play a test sentence</source>
        <translation>播放测试语句</translation>
    </message>
    <message>
        <source>Says a short sentence on the chosen speaker</source>
        <translation>用所选扬声器播放一句短语</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>No camera is in use. Connect one or choose it above.</source>
        <translation>没有正在使用的摄像头。请连接一个，或在上方选择。</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, then choose it above.</source>
        <translation>未找到摄像头。请连接一个，然后在上方选择。</translation>
    </message>
    <message>
        <source>No microphone is in use. Connect one or choose it above.</source>
        <translation>没有正在使用的麦克风。请连接一个，或在上方选择。</translation>
    </message>
    <message>
        <source>No microphone was found. Connect one, then choose it above.</source>
        <translation>未找到麦克风。请连接一个，然后在上方选择。</translation>
    </message>
    <message>
        <source>Your microphone hears you.</source>
        <translation>麦克风能听到您的声音。</translation>
    </message>
    <message>
        <source>Say something: the bar should move.</source>
        <translation>请说点什么：音量条应该会动。</translation>
    </message>
    <message>
        <source>The system&apos;s own voice is heard on the system&apos;s own speaker. To hear it on this one, choose it in the system&apos;s sound settings as well.</source>
        <translation>系统自带的语音通过系统的扬声器播放。要从此扬声器听到，请在系统的声音设置中也选择它。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation>返回代码</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>共 {n}</translation>
    </message>
    <message>
        <source>1 replaced</source>
        <translation>已替换 1 处</translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>已替换 {n} 处</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 处</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} 处</translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message>
        <source>Handing in</source>
        <translation>正在提交</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>关闭应用</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>另存为文件……</translation>
    </message>
    <message>
        <source>Writes everything that was recorded into one sealed file</source>
        <translation>将记录的所有内容写入一个密封文件</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Your interview was ended</source>
        <translation>您的面试已被结束</translation>
    </message>
    <message>
        <source>That was the practice interview</source>
        <translation>练习面试到此结束</translation>
    </message>
    <message>
        <source>Thank you: your interview is handed in</source>
        <translation>谢谢：您的面试已提交</translation>
    </message>
    <message>
        <source>Your interview is being handed in</source>
        <translation>您的面试正在提交</translation>
    </message>
    <message>
        <source>The time is over. </source>
        <translation>时间已到。 </translation>
    </message>
    <message>
        <source>A person decided this, no program did. Everything that you answered has arrived and is kept; nothing was thrown away.

What happens next: people at {organisation} read it and write to you. If you think this was a mistake, reply to your invitation and quote {number}: the interview can be opened again, with the time that was left. You can close the app now.</source>
        <translation>这是由人作出的决定，不是由程序作出的。您的所有答案均已送达并保留；没有丢弃任何内容。

接下来：{organisation}会有人阅读并给您写信。如果您认为这是误会，请回复您的邀请函并注明 {number}：面试可以重新开放，并保留当时剩余的时间。现在您可以关闭应用了。</translation>
    </message>
    <message>
        <source>In an interview your answers would now be with the people who invited you. Here nothing was sent, and all of it is deleted when you go on. You can practise as often as you like.</source>
        <translation>在正式面试中，您的答案此时已送达邀请您的人。这里没有发送任何内容，继续后全部删除。您可以反复练习。</translation>
    </message>
    <message>
        <source>There may be one more question about your last answer. If none comes within a few seconds, your interview is handed in by itself.</source>
        <translation>关于您的最后一个答案，可能还有一个问题。如果几秒钟内没有问题出现，您的面试将自动提交。</translation>
    </message>
    <message>
        <source>Everything has arrived. People will read your answers; {organisation} tells you how it goes on. You can close the app now.</source>
        <translation>全部内容均已送达。会有人阅读您的答案；{organisation}会告知您后续安排。现在您可以关闭应用了。</translation>
    </message>
    <message>
        <source>There is no connection at the moment. Your answers are safe on this computer. Keep the app open: it goes on by itself once the connection is back. You can also leave, and open the app again later, even tomorrow: it goes on sending.</source>
        <translation>目前没有网络连接。您的答案安全保存在这台电脑上。请保持应用打开：网络恢复后会自动继续。您也可以退出，稍后甚至明天再打开应用：它会继续发送。</translation>
    </message>
    <message>
        <source>End the practice</source>
        <translation>结束练习</translation>
    </message>
    <message>
        <source>Everything is in the file {name} ({size}). Give it to the people who invited you. It is sealed: only their server can read it. The app still goes on trying to send.</source>
        <translation>所有内容都在文件 {name}（{size}）中。请将它交给邀请您的人。文件是密封的：只有他们的服务器能读取。应用仍会继续尝试发送。</translation>
    </message>
    <message>
        <source>If the connection does not come back at all, you can save everything as one sealed file, on a USB stick for example, and give it to {organisation}.</source>
        <translation>如果网络始终没有恢复，您可以将所有内容保存为一个密封文件，例如存到 U 盘上，交给{organisation}。</translation>
    </message>
    <message>
        <source>the people who invited you</source>
        <translation>邀请您的人</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>文件保存位置</translation>
    </message>
    <message>
        <source>All answers are saved. Please keep the app open until they have been sent.</source>
        <translation>所有答案均已保存。请保持应用打开，直到发送完成。</translation>
    </message>
    <message>
        <source>Switching the camera off …</source>
        <translation>正在关闭摄像头……</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>正在将您的话转为文字……</translation>
    </message>
    <message>
        <source>Closing the interview …</source>
        <translation>正在结束面试……</translation>
    </message>
</context>
<context>
    <name>GazePage</name>
    <message>
        <source>This takes about 30 seconds. A point appears at 13 places of your screen, one after the other: look at each until the next one comes. Sit as you will sit later, about an arm&apos;s length away, and keep your head fairly still. You need to press nothing.</source>
        <translation>大约需要 30 秒。一个圆点会依次出现在屏幕的 13 个位置：请注视每个点，直到下一个出现。请按之后作答时的姿势坐好，距离屏幕约一臂远，头部尽量保持不动。您无需按任何键。</translation>
    </message>
    <message>
        <source>No picture is kept: only how the direction of your eyes belongs to places on the screen, and how exact that is. If you skip it, eyes are judged more carefully: less is noticed, and nothing counts against you.</source>
        <translation>不保留任何图像：只保留您的视线方向与屏幕位置的对应关系及其精度。如果跳过，视线判断会更加谨慎：注意到的情况会更少，且不会对您不利。</translation>
    </message>
    <message>
        <source>This computer does not know how large your screen is, so a 14-inch one is assumed; the result says how exact that came out.</source>
        <translation>这台电脑不知道您的屏幕大小，因此假定为 14 英寸；结果会显示实际精度。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>跳过此项</translation>
    </message>
    <message>
        <source>Where you look</source>
        <translation>您的视线</translation>
    </message>
    <message>
        <source>You are asked to do this once more. {why} The clock of your question stands still meanwhile, and your answer is saved.</source>
        <translation>请您再做一次。{why} 此期间本题计时停止，您的答案已保存。</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>跳过并继续</translation>
    </message>
</context>
<context>
    <name>Glow</name>
    <message>
        <source>The light of the screen changes</source>
        <translation>屏幕光线会变化</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>发消息、申请休息或找人协助；求助不会结束任何内容 (F1)</translation>
    </message>
    <message>
        <source>The interview is paused</source>
        <translation>面试已暂停</translation>
    </message>
    <message>
        <source>The clocks stand still. The camera is off, and nothing is watched or recorded. You may leave your place. Your answers are saved.

The interview goes on at this question when {whom} resumes it: stay where you can see this screen.</source>
        <translation>计时已停止。摄像头已关闭，不监测也不录制任何内容。您可以离开座位。您的答案已保存。

{whom}恢复面试后，将从这道题继续：请待在能看到此屏幕的地方。</translation>
    </message>
    <message>
        <source>the person in charge</source>
        <translation>负责人员</translation>
    </message>
    <message>
        <source>{left} left when it goes on</source>
        <translation>继续时剩余 {left}</translation>
    </message>
    <message>
        <source>The screen is covered for the moment</source>
        <translation>屏幕暂时被遮盖</translation>
    </message>
    <message>
        <source>Please stay at your place: the question comes back by itself as soon as {whom} uncovers it. Your answers are saved.

The clocks stand still: all the time that the screen is covered is given back to you, also without a connection. The watch goes on.

If it takes long, or you think that it is a mistake, press I need help: there you can write to {whom}, and it says whom to call.</source>
        <translation>请留在座位上：{whom}取消遮挡后，题目会自动恢复。您的答案已保存。

计时已停止：屏幕被遮住的全部时间都会补还给您，没有网络时也一样。监看仍在继续。

如果时间过长，或您认为这是误会，请按“我需要帮助”：您可以在那里给{whom}写信，也能看到该给谁打电话。</translation>
    </message>
    <message>
        <source>The questions are covered for the moment</source>
        <translation>题目暂时被遮住</translation>
    </message>
    <message>
        <source>The clocks stand still meanwhile, for {length} more at most.</source>
        <translation>在此期间计时停止，最长还有{length}。</translation>
    </message>
    <message>
        <source>The clocks go on now; a person can give you more time.</source>
        <translation>计时现在继续；工作人员可以给您更多时间。</translation>
    </message>
    <message>
        <source>The questions come back by themselves a few seconds after it is put right. Your answers are saved.

{stands}

If you cannot put it right, or think that it is a mistake, press I need help: {whom} can let you go on in spite of it.</source>
        <translation>解决后几秒钟，题目会自动恢复。您的答案已保存。

{stands}

如果您无法解决，或认为这是误会，请按“我需要帮助”：{whom}可以允许您照样继续。</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>总剩余时间 {left}</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>麦克风音量</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Recording</source>
        <translation>录音中</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Flag for later</source>
        <translation>标记稍后再看</translation>
    </message>
    <message>
        <source>Marks this question in the overview, for yourself only</source>
        <translation>在总览中标记此题，仅供您自己查看</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>全部题目</translation>
    </message>
    <message>
        <source>Shows which questions are answered, and which are open (Ctrl+O)</source>
        <translation>显示哪些题目已作答，哪些未作答 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>上一题</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>取消标记</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Camera picture</source>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation>正在等待摄像头……</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Enter an invite link</source>
        <translation>输入邀请链接</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>关闭应用</translation>
    </message>
    <message>
        <source>What you have answered until now is kept on this computer.</source>
        <translation>您目前的答案保存在这台电脑上。</translation>
    </message>
    <message>
        <source>The app cannot go on by itself</source>
        <translation>应用无法自行继续</translation>
    </message>
</context>
<context>
    <name>ProseEditor</name>
    <message>
        <source>Your answer</source>
        <translation>您的答案</translation>
    </message>
    <message>
        <source>Write your answer here …</source>
        <translation>请在此输入您的答案……</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Done, next question</source>
        <translation>完成，下一题</translation>
    </message>
    <message>
        <source>or press Ctrl+Enter</source>
        <translation>或按 Ctrl+Enter</translation>
    </message>
    <message>
        <source>Question {n} of {count}</source>
        <translation>第 {n} 题，共 {count} 题</translation>
    </message>
    <message>
        <source>{marks} marks</source>
        <translation>{marks} 分</translation>
    </message>
    <message>
        <source>One more question</source>
        <translation>还有一个问题</translation>
    </message>
    <message>
        <source>It is about your answer to question {n}. It has its own time, which is added to the whole, and no marks of its own: people read it beside that answer.</source>
        <translation>它与您对第 {n} 题的回答有关。它有单独的时间，会加到总时间中；它没有单独的分数，由人与那个答案一起阅读。</translation>
    </message>
    <message>
        <source>The time for this question is over. What you had is saved and can be read; go on with another question.</source>
        <translation>本题时间已到。您已有的内容已保存，可以阅读；请继续作答其他题目。</translation>
    </message>
    <message>
        <source>The time for question {n} was over. What you had is saved; this is the next one.</source>
        <translation>第 {n} 题时间已到。您已有的内容已保存；这是下一题。</translation>
    </message>
    <message>
        <source>Done, hand in</source>
        <translation>完成，提交</translation>
    </message>
    <message>
        <source>Hand in without reading it</source>
        <translation>不查看直接提交</translation>
    </message>
    <message>
        <source>Hand in this answer</source>
        <translation>提交此答案</translation>
    </message>
    <message>
        <source>Keep it, next question</source>
        <translation>保留，下一题</translation>
    </message>
    <message>
        <source>Look over all, hand in</source>
        <translation>查看全部并提交</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>下一题</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Play my answer</source>
        <translation>播放我的回答</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>从此处播放</translation>
    </message>
    <message>
        <source>Plays your answer from the word at the text cursor.</source>
        <translation>从光标所在的词开始播放您的回答。</translation>
    </message>
    <message>
        <source>Next unsure word</source>
        <translation>下一个不确定的词</translation>
    </message>
    <message>
        <source>Goes to the next underlined word, so that you can play or correct it.</source>
        <translation>跳到下一个带下划线的词，以便您播放或更正。</translation>
    </message>
    <message>
        <source>What we understood</source>
        <translation>我们听到的内容</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>停止播放</translation>
    </message>
    <message>
        <source>Your answer cannot be played here. It is saved all the same; try another speaker under Devices.</source>
        <translation>您的回答无法在此播放，但它已保存；请在“设备”中换一个扬声器试试。</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>正在将您的话转为文字……</translation>
    </message>
    <message>
        <source>Your recording is your answer, this text helps whoever reads it. Correct what was misheard; please do not add what you did not say.</source>
        <translation>您的录音才是您的答案，这段文字只是方便阅读的人。请更正听错的地方；请勿添加您没有说过的内容。</translation>
    </message>
    <message>
        <source>1 word is underlined: it was not understood for sure.</source>
        <translation>有 1 个词带下划线：未能确定是否听清。</translation>
    </message>
    <message>
        <source>{n} words are underlined: they were not understood for sure.</source>
        <translation>有 {n} 个词带下划线：未能确定是否听清。</translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Run the examples</source>
        <translation>运行示例</translation>
    </message>
    <message>
        <source>Ctrl+R runs your code on these examples; no score comes of it</source>
        <translation>Ctrl+R 用这些示例运行您的代码；不计入分数</translation>
    </message>
    <message>
        <source>Examples and their results</source>
        <translation>示例及其结果</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The chosen example in full</source>
        <translation>所选示例的完整内容</translation>
    </message>
    <message>
        <source>Running … You can go on typing.</source>
        <translation>正在运行……您可以继续输入。</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The compiler says</source>
        <translation>编译器提示</translation>
    </message>
    <message>
        <source>{verdict}, {ms} ms</source>
        <translation>{verdict}，{ms} 毫秒</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Printed something else</source>
        <translation>输出不符</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>运行超时</translation>
    </message>
    <message>
        <source>Used too much memory</source>
        <translation>内存使用过多</translation>
    </message>
    <message>
        <source>Printed too much</source>
        <translation>输出过多</translation>
    </message>
    <message>
        <source>Stopped with an error</source>
        <translation>因错误停止</translation>
    </message>
    <message>
        <source>Did not compile</source>
        <translation>未能编译</translation>
    </message>
    <message>
        <source>Could not be run here</source>
        <translation>无法在此运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Selfie</name>
    <message>
        <source>Take the picture</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>使用这张照片</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>重拍一张</translation>
    </message>
    <message>
        <source>It shows the people who read your interview who took it. Look into the camera, with light on your face.</source>
        <translation>照片让阅读您面试的人知道是谁参加了面试。请看向摄像头，让光线照在脸上。</translation>
    </message>
    <message>
        <source>A picture of you</source>
        <translation>您的照片</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>跳过此项</translation>
    </message>
    <message>
        <source>The whole screen changes its colour slowly for a few seconds, and your face reflects it. That shows that a person sits here, not a picture. Look at the screen and keep still; no picture of it is kept.</source>
        <translation>整个屏幕会在几秒钟内缓慢变换颜色，您的脸会反射这些颜色。这表明坐在这里的是真人，而不是照片。请看着屏幕并保持不动；此过程不保留任何图像。</translation>
    </message>
    <message>
        <source>If changing light can harm you (photosensitivity, migraine), skip this. Skipping is noted as not done and counts as nothing else. Escape stops it at any moment.</source>
        <translation>如果光线变化可能对您造成伤害（光敏感、偏头痛），请跳过此项。跳过只会记为未进行，不作其他解读。按 Escape 可随时停止。</translation>
    </message>
    <message>
        <source>Light on your face</source>
        <translation>脸上的光线</translation>
    </message>
    <message>
        <source>Looking at the result …</source>
        <translation>正在查看结果……</translation>
    </message>
    <message>
        <source>The picture is clear.</source>
        <translation>照片清晰。</translation>
    </message>
    <message>
        <source>Sending the picture …</source>
        <translation>正在发送照片……</translation>
    </message>
    <message>
        <source>If it does not get better, use this one: a person will look at it.</source>
        <translation>如果没有改善，就使用这张：会有人查看。</translation>
    </message>
</context>
<context>
    <name>SpokenPanel</name>
    <message>
        <source>Record your answer</source>
        <translation>录制您的回答</translation>
    </message>
    <message>
        <source>Recording time so far</source>
        <translation>已录制时长</translation>
    </message>
    <message>
        <source>You can pause while you speak. What you say is saved as you speak, also when the connection fails or the computer stops.</source>
        <translation>说话时可以停顿。您说的内容会边说边保存，即使网络中断或电脑停止运行也不会丢失。</translation>
    </message>
    <message>
        <source>Finished, or still thinking? Take your time: the recording goes on.</source>
        <translation>说完了，还是仍在思考？请慢慢来：录音还在继续。</translation>
    </message>
    <message>
        <source>I am finished</source>
        <translation>我说完了</translation>
    </message>
    <message>
        <source>Still thinking</source>
        <translation>仍在思考</translation>
    </message>
    <message>
        <source>So far: {text}</source>
        <translation>目前内容：{text}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>重新录制</translation>
    </message>
    <message>
        <source>Press Record and speak. Take a moment to think first.</source>
        <translation>请按“录音”并开始说话。可以先想一想。</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>正在打开麦克风……</translation>
    </message>
    <message>
        <source>Recording, attempt {n}: speak now.</source>
        <translation>正在录音，第 {n} 次：请开始说话。</translation>
    </message>
    <message>
        <source>Saving what you said …</source>
        <translation>正在保存您所说的内容……</translation>
    </message>
    <message>
        <source>Your answer is saved (attempt {n}).</source>
        <translation>您的回答已保存（第 {n} 次）。</translation>
    </message>
    <message>
        <source> You may record it again: every attempt is kept, the last one counts.</source>
        <translation> 您可以重新录制：每次录音都会保留，以最后一次为准。</translation>
    </message>
    <message>
        <source>Attempt {n} · {length} · saved</source>
        <translation>第 {n} 次 · {length} · 已保存</translation>
    </message>
    <message>
        <source>Attempt {n} · saved</source>
        <translation>第 {n} 次 · 已保存</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Look at the point</source>
        <translation>请注视圆点</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>跳过 (Esc)</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>第 {n} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Working out the result …</source>
        <translation>正在计算结果……</translation>
    </message>
</context>
<context>
    <name>TextAnswer</name>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Saved on this computer.</source>
        <translation>已保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Your answer is saved as you type.</source>
        <translation>您的答案会边输入边保存。</translation>
    </message>
    <message>
        <source>Text from other programs cannot be pasted in this interview. Please type it; what you copy inside this window can be pasted.</source>
        <translation>本次面试不能粘贴其他程序中的文字。请直接输入；在此窗口内复制的内容可以粘贴。</translation>
    </message>
    <message>
        <source>You pasted text from another program. That is allowed here, and it is noted with your answer.</source>
        <translation>您粘贴了其他程序中的文字。这里允许这样做，并会随您的答案一起记录。</translation>
    </message>
    <message>
        <source>An answer can have {n} characters. What is beyond them is shown here and is not saved.</source>
        <translation>答案最多 {n} 个字符。超出部分会显示在这里，但不会保存。</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 个词</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} 个词</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>{left} left for this question</source>
        <translation>本题剩余 {left}</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>总剩余时间 {left}</translation>
    </message>
    <message>
        <source>Last minute of the interview. What you have is handed in when it ends.</source>
        <translation>面试最后一分钟。时间结束时，您已有的内容将被提交。</translation>
    </message>
    <message>
        <source>Less than {n} minutes left in all.</source>
        <translation>总剩余时间不足 {n} 分钟。</translation>
    </message>
    <message>
        <source>Last minute for this question. What you have is saved when it ends.</source>
        <translation>本题最后一分钟。时间结束时，您已有的内容将被保存。</translation>
    </message>
    <message>
        <source>Less than {n} minutes left for this question.</source>
        <translation>本题剩余时间不足 {n} 分钟。</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Transcript of your answer</source>
        <translation>您回答的文字记录</translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>{passed} of {total} passed.</source>
        <translation>已通过 {passed} 个，共 {total} 个。</translation>
    </message>
    <message>
        <source>The code does not compile; what the compiler says is below.</source>
        <translation>代码无法编译；编译器的提示见下方。</translation>
    </message>
    <message>
        <source>The examples could not be run just now. That says nothing about your code.</source>
        <translation>目前无法运行示例。这与您的代码好坏无关。</translation>
    </message>
    <message>
        <source>The last run has not ended yet. Try again in a moment.</source>
        <translation>上一次运行尚未结束。请稍后再试。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>There is no connection, so nothing can be run now. Your code is saved here; go on writing, and try again later.</source>
        <translation>没有网络连接，因此现在无法运行。您的代码已保存在这里；请继续编写，稍后再试。</translation>
    </message>
    <message>
        <source>This organisation does not run code during the interview. Your code is saved and is looked at all the same.</source>
        <translation>该机构在面试期间不运行代码。您的代码已保存，同样会有人查看。</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Read this aloud</source>
        <translation>请朗读这句话</translation>
    </message>
    <message>
        <source>“The morning train was late, so we walked along the river and counted seven small boats.”</source>
        <translation>“早班火车晚点了，于是我们沿着河边散步，数到了七只小船。”</translation>
    </message>
    <message>
        <source>Start the interview</source>
        <translation>开始面试</translation>
    </message>
    <message>
        <source>When you are ready</source>
        <translation>准备好后即可开始</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>您的声音</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>准备就绪</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>重新录制</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Press Record, read the sentence, press Stop.</source>
        <translation>请按“录音”，朗读句子，然后按“停止”。</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>正在打开麦克风……</translation>
    </message>
    <message>
        <source>Recording: read the sentence now.</source>
        <translation>正在录音：请朗读句子。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>{count} questions, {length} in all. The clock starts when you press the button and does not stop. Each question has its own time as well. You may look at your keyboard and think with your eyes closed.</source>
        <translation>共 {count} 题，总时长 {length}。按下按钮后开始计时，中途不会停止。每道题也有各自的时间。您可以看键盘，也可以闭眼思考。</translation>
    </message>
    <message>
        <source>Opening the questions …</source>
        <translation>正在打开题目……</translation>
    </message>
    <message>
        <source>The sample is saved.</source>
        <translation>声音样本已保存。</translation>
    </message>
    <message>
        <source>The sample is saved, but it cannot be used to recognise your voice: {note} You can record again, or go on without.</source>
        <translation>声音样本已保存，但无法用于识别您的声音：{note} 您可以重新录制，或跳过此项继续。</translation>
    </message>
</context>
<context>
    <name>VoiceControls</name>
    <message>
        <source>Read aloud again</source>
        <translation>再次朗读</translation>
    </message>
    <message>
        <source>Or press R while you are not typing.</source>
        <translation>或在不输入时按 R。</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>慢一点</translation>
    </message>
    <message>
        <source>Volume of the voice, in percent</source>
        <translation>语音音量（百分比）</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock stands still.</source>
        <translation>正在朗读。您的计时已停止。</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock runs.</source>
        <translation>正在朗读。您的计时仍在继续。</translation>
    </message>
    <message>
        <source>The system&apos;s own voice takes another volume from the next text on.</source>
        <translation>系统自带的语音从下一段文字起才使用新的音量。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Go on with this interview</source>
        <translation>继续这场面试</translation>
    </message>
    <message>
        <source>You began to prepare for it here. Its clock has not started yet.</source>
        <translation>您已在此开始准备。计时尚未开始。</translation>
    </message>
    <message>
        <source>Invite link or code</source>
        <translation>邀请链接或邀请码</translation>
    </message>
    <message>
        <source>Language of this app</source>
        <translation>本应用的语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Check the invite</source>
        <translation>检查邀请</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>先练习</translation>
    </message>
    <message>
        <source>Three short questions without an invite; nothing is sent or kept</source>
        <translation>三道简短题目，无需邀请；不发送也不保留任何内容</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>检查这台电脑</translation>
    </message>
    <message>
        <source>Camera, light, microphone, network and more, with what to do</source>
        <translation>摄像头、光线、麦克风、网络等，并说明如何处理</translation>
    </message>
    <message>
        <source>Days before your interview</source>
        <translation>面试前几天</translation>
    </message>
    <message>
        <source>Practise with three short questions: it needs no invite and no network, and nothing of it is sent or kept. Or see whether this computer is ready.</source>
        <translation>用三道简短题目练习：无需邀请，也无需网络，不发送也不保留任何内容。或者查看这台电脑是否准备就绪。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>This app takes you through your interview: first a short check of camera and microphone, then the questions. Have the link from your invitation ready.</source>
        <translation>本应用将引导您完成面试：先简短检查摄像头和麦克风，然后作答。请准备好邀请函中的链接。</translation>
    </message>
    <message>
        <source>Unfinished: {title}</source>
        <translation>未完成：{title}</translation>
    </message>
    <message>
        <source>{name}, this is your interview with {organisation}</source>
        <translation>{name}，这是您与{organisation}的面试</translation>
    </message>
    <message>
        <source>{title}: {count} questions in {length}</source>
        <translation>{title}：{count} 题，{length}</translation>
    </message>
    <message>
        <source>Open until {until}. The clock starts later, when you say so.</source>
        <translation>开放至 {until}。稍后由您决定何时开始计时。</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>正在询问服务器……</translation>
    </message>
    <message>
        <source>Opening the interview …</source>
        <translation>正在打开面试……</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another one.</source>
        <translation>摄像头没有画面。请重新插上，关闭正在使用它的其他程序，或选择另一个。</translation>
    </message>
    <message>
        <source>Watched and sent</source>
        <translation>监测与发送</translation>
    </message>
    <message>
        <source>Shows what is watched now and what has left this computer (F2)</source>
        <translation>显示当前监测的内容，以及已离开这台电脑的内容 (F2)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Says something about a moment, for whoever reviews it (F6)</source>
        <translation>就某个时刻作出说明，供审阅者查看 (F6)</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Switches camera, microphone or speaker; the clock goes on</source>
        <translation>更换摄像头、麦克风或扬声器；计时继续</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>发消息、申请休息或找人协助；求助不会结束任何内容 (F1)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Closes the app after asking; your answers stay saved</source>
        <translation>确认后关闭应用；您的答案会保留</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>文字和对比度</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Line numbers</source>
        <translation>行号</translation>
    </message>
</context>
<context>
    <name>preflight</name>
    <message>
        <source>Choose a larger picture in the camera&apos;s settings, or another camera.</source>
        <translation>请在摄像头设置中选择更大的画面，或更换摄像头。</translation>
    </message>
    <message>
        <source>Close other programs and plug in the power supply.</source>
        <translation>请关闭其他程序并接通电源。</translation>
    </message>
    <message>
        <source>Close other programs that use it, open its cover, or plug it in again.</source>
        <translation>请关闭使用它的其他程序，打开镜头盖，或重新插上。</translation>
    </message>
    <message>
        <source>Close other programs that use it, or plug it in again.</source>
        <translation>请关闭使用它的其他程序，或重新插上。</translation>
    </message>
    <message>
        <source>Close other programs, plug in the power supply, or use another computer.</source>
        <translation>请关闭其他程序，接通电源，或换一台电脑。</translation>
    </message>
    <message>
        <source>Close programs for screen sharing and remote control before an interview.</source>
        <translation>面试前请关闭屏幕共享和远程控制程序。</translation>
    </message>
    <message>
        <source>Close them before the interview.</source>
        <translation>请在面试前关闭它们。</translation>
    </message>
    <message>
        <source>Connect to a network, sign in to it where it asks for that, and let this app through the firewall (HTTPS to the server&apos;s address).</source>
        <translation>请连接网络，按要求登录，并让此应用通过防火墙（到服务器地址的 HTTPS）。</translation>
    </message>
    <message>
        <source>Free 3 GB, then try again.</source>
        <translation>请腾出 3 GB 空间，然后重试。</translation>
    </message>
    <message>
        <source>Free 3 GB.</source>
        <translation>请腾出 3 GB 空间。</translation>
    </message>
    <message>
        <source>Give this person the right to write to the app&apos;s data folder.</source>
        <translation>请授予此用户写入应用数据文件夹的权限。</translation>
    </message>
    <message>
        <source>It is enough now, but a system update could use it up.</source>
        <translation>目前足够，但系统更新可能会占满。</translation>
    </message>
    <message>
        <source>It is too bright to see a face.</source>
        <translation>光线太亮，看不清面部。</translation>
    </message>
    <message>
        <source>It is too dark to see a face.</source>
        <translation>光线太暗，看不清面部。</translation>
    </message>
    <message>
        <source>Move closer to the router or use a cable.</source>
        <translation>请靠近路由器或使用网线。</translation>
    </message>
    <message>
        <source>Name the server, or set the clock by itself.</source>
        <translation>请指定服务器，或将时钟设为自动。</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>没有摄像头</translation>
    </message>
    <message>
        <source>No camera is connected, or the system hides it from this app.</source>
        <translation>没有连接摄像头，或系统不允许此应用使用它。</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>没有扬声器</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>没有麦克风</translation>
    </message>
    <message>
        <source>No microphone is connected, or the system hides it from this app.</source>
        <translation>没有连接麦克风，或系统不允许此应用使用它。</translation>
    </message>
    <message>
        <source>Add one in the settings under Time &amp; language, Speech. Questions are always shown as text too.</source>
        <translation>请在设置的“时间和语言”“语音”中添加一个。问题始终也以文字显示。</translation>
    </message>
    <message>
        <source>Add one in the system settings under Accessibility, Spoken Content. Questions are always shown as text too.</source>
        <translation>请在系统设置的“辅助功能”“朗读内容”中添加一个。问题始终也以文字显示。</translation>
    </message>
    <message>
        <source>Install espeak-ng. Questions are always shown as text too.</source>
        <translation>请安装 espeak-ng。问题始终也以文字显示。</translation>
    </message>
    <message>
        <source>No program of the app&apos;s own list runs. An interview may name more: they are looked for once its invitation is opened.</source>
        <translation>应用自带清单中的程序均未运行。面试可能另外指定其他程序：打开其邀请后才会查找。</translation>
    </message>
    <message>
        <source>No server is named here.</source>
        <translation>此处未指定服务器。</translation>
    </message>
    <message>
        <source>Nothing can be heard on this computer.</source>
        <translation>这台电脑无法播放声音。</translation>
    </message>
    <message>
        <source>Paste the link from the invitation, or name the server.</source>
        <translation>请粘贴邀请函中的链接，或指定服务器。</translation>
    </message>
    <message>
        <source>Plug in a loudspeaker or a headset. Questions are always shown as text too.</source>
        <translation>请接上扬声器或耳机。题目始终也会以文字显示。</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the camera in the privacy settings.</source>
        <translation>请接上摄像头，或在隐私设置中允许此应用使用摄像头。</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the microphone in the privacy settings.</source>
        <translation>请接上麦克风，或在隐私设置中允许此应用使用麦克风。</translation>
    </message>
    <message>
        <source>Questions are shown as text; nothing else is needed.</source>
        <translation>题目以文字显示；无需其他操作。</translation>
    </message>
    <message>
        <source>See the line about models.</source>
        <translation>请看关于模型的一行。</translation>
    </message>
    <message>
        <source>See the line about the camera.</source>
        <translation>请看关于摄像头的一行。</translation>
    </message>
    <message>
        <source>Switch on a lamp in front of you.</source>
        <translation>请打开您面前的灯。</translation>
    </message>
    <message>
        <source>Switch on setting date and time by network in the system&apos;s settings.</source>
        <translation>请在系统设置中启用通过网络设置日期和时间。</translation>
    </message>
    <message>
        <source>Take its mute switch off and raise its level in the sound settings.</source>
        <translation>请取消静音，并在声音设置中调高音量。</translation>
    </message>
    <message>
        <source>The app may not write where it keeps interviews.</source>
        <translation>应用无法写入保存面试的位置。</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>摄像头没有画面。</translation>
    </message>
    <message>
        <source>The connection is slow; an interview works, and pages take a while.</source>
        <translation>连接较慢；可以进行面试，但页面加载需要时间。</translation>
    </message>
    <message>
        <source>The connection is very slow.</source>
        <translation>连接非常慢。</translation>
    </message>
    <message>
        <source>The disk is almost full.</source>
        <translation>磁盘几乎已满。</translation>
    </message>
    <message>
        <source>The microphone cannot be opened.</source>
        <translation>无法打开麦克风。</translation>
    </message>
    <message>
        <source>The microphone delivers silence.</source>
        <translation>麦克风没有声音。</translation>
    </message>
    <message>
        <source>The picture is small; faces at a distance are hard to see.</source>
        <translation>画面较小，距离远时难以看清面部。</translation>
    </message>
    <message>
        <source>The running programs cannot be listed here.</source>
        <translation>此处无法列出正在运行的程序。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>The watch could not be tried.</source>
        <translation>无法试运行监测。</translation>
    </message>
    <message>
        <source>The watch works at a lower rate, and the record says so.</source>
        <translation>监测以较低频率运行，记录中会注明。</translation>
    </message>
    <message>
        <source>There is no voice here that reads questions aloud.</source>
        <translation>这里没有可朗读问题的语音。</translation>
    </message>
    <message>
        <source>There was no picture to look at.</source>
        <translation>没有可供查看的画面。</translation>
    </message>
    <message>
        <source>There was no server to compare with.</source>
        <translation>没有可供比对的服务器。</translation>
    </message>
    <message>
        <source>These programs can share, record or control the screen, or help with answers.</source>
        <translation>这些程序可以共享、录制或控制屏幕，或协助答题。</translation>
    </message>
    <message>
        <source>This computer is too slow or too busy for the watch.</source>
        <translation>这台电脑太慢或太忙，无法进行监测。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong.</source>
        <translation>这台电脑的时钟不准确。</translation>
    </message>
    <message>
        <source>Turn away from the window or lamp.</source>
        <translation>请转身背离窗户或灯光。</translation>
    </message>
    <message>
        <source>Use a cable, and end downloads and calls on this network.</source>
        <translation>请使用网线，并停止此网络上的下载和通话。</translation>
    </message>
    <message>
        <source>Whether this computer has a voice for reading aloud cannot be told.</source>
        <translation>无法得知这台电脑是否有朗读语音。</translation>
    </message>
    <message>
        <source>Windows has no voice here that reads questions aloud.</source>
        <translation>此处的 Windows 没有可朗读问题的语音。</translation>
    </message>
    <message>
        <source>macOS has no voice here that reads questions aloud.</source>
        <translation>此处的 macOS 没有可朗读问题的语音。</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>A part of the server is down.</source>
        <translation>服务器的一部分已停止运行。</translation>
    </message>
    <message>
        <source>A person will listen to the recording.</source>
        <translation>会有人听取录音。</translation>
    </message>
    <message>
        <source>Answers and events still go.</source>
        <translation>答案和事件仍会发送。</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new link.</source>
        <translation>请向邀请您的人索取新的链接。</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new time.</source>
        <translation>请与邀请您的人约定新的时间。</translation>
    </message>
    <message>
        <source>Ask your administrator to update the server, or install the version in your invitation.</source>
        <translation>请让管理员更新服务器，或安装邀请函中指定的版本。</translation>
    </message>
    <message>
        <source>Check that you copied the whole link, or ask the sender for a new one.</source>
        <translation>请检查是否复制了完整链接，或向发送者索取新的链接。</translation>
    </message>
    <message>
        <source>Check the address, or sign in as its owner.</source>
        <translation>请检查地址，或以其所有者身份登录。</translation>
    </message>
    <message>
        <source>Code cannot be tried here.</source>
        <translation>这里无法试运行代码。</translation>
    </message>
    <message>
        <source>Come back at the time named in your invitation; the link stays valid.</source>
        <translation>请在邀请函注明的时间再来；链接仍然有效。</translation>
    </message>
    <message>
        <source>Go on there, or close it there and wait a minute.</source>
        <translation>请在那台电脑上继续，或在那里关闭并等待一分钟。</translation>
    </message>
    <message>
        <source>If that was not you, tell the person who invited you.</source>
        <translation>如果不是您本人所为，请告知邀请您的人。</translation>
    </message>
    <message>
        <source>Install the current version from the link in your invitation.</source>
        <translation>请通过邀请函中的链接安装当前版本。</translation>
    </message>
    <message>
        <source>Interviews that run go on; come back for anything new when Retry-After is over.</source>
        <translation>进行中的面试会继续；新的操作请在 Retry-After 时间过后再试。</translation>
    </message>
    <message>
        <source>It is too early for this interview.</source>
        <translation>现在还没到这场面试的时间。</translation>
    </message>
    <message>
        <source>Its receipts are still there.</source>
        <translation>相关回执仍然保留。</translation>
    </message>
    <message>
        <source>Later revisions are kept and marked late.</source>
        <translation>之后的修改会保留，并注明为逾时。</translation>
    </message>
    <message>
        <source>Read it once more and start again; nothing was lost.</source>
        <translation>请再读一遍并重新开始；没有任何内容丢失。</translation>
    </message>
    <message>
        <source>Reload it.</source>
        <translation>请重新加载。</translation>
    </message>
    <message>
        <source>Restart the app; your work is kept.</source>
        <translation>请重新启动应用；您的作答已保留。</translation>
    </message>
    <message>
        <source>Send requests elsewhere until it is up; the parts are named.</source>
        <translation>在恢复之前，请将请求发送到别处；相关部分已列出。</translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation>请登录后重试。</translation>
    </message>
    <message>
        <source>Something broke on our side.</source>
        <translation>我们这边出了问题。</translation>
    </message>
    <message>
        <source>Speech is not available here.</source>
        <translation>这里无法使用语音功能。</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>请先开始面试。</translation>
    </message>
    <message>
        <source>Tell the administrator; both versions are kept.</source>
        <translation>请告知管理员；两个版本都已保留。</translation>
    </message>
    <message>
        <source>The interview does not stand where this is possible.</source>
        <translation>面试当前的状态不允许此操作。</translation>
    </message>
    <message>
        <source>The interview has not been started.</source>
        <translation>面试尚未开始。</translation>
    </message>
    <message>
        <source>The interview is over.</source>
        <translation>面试已结束。</translation>
    </message>
    <message>
        <source>The record differs from what the server holds.</source>
        <translation>本机记录与服务器上的不一致。</translation>
    </message>
    <message>
        <source>The server has no room for evidence.</source>
        <translation>服务器没有空间存放证据材料。</translation>
    </message>
    <message>
        <source>The server is being maintained.</source>
        <translation>服务器正在维护。</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>服务器繁忙。</translation>
    </message>
    <message>
        <source>The signature does not fit.</source>
        <translation>签名不符。</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>这里没有内容。</translation>
    </message>
    <message>
        <source>This interview is open on another computer.</source>
        <translation>这场面试已在另一台电脑上打开。</translation>
    </message>
    <message>
        <source>This interview was already handed in.</source>
        <translation>这场面试已经提交。</translation>
    </message>
    <message>
        <source>This invite has run out.</source>
        <translation>此邀请已过期。</translation>
    </message>
    <message>
        <source>This invite is not known here.</source>
        <translation>这里没有此邀请的记录。</translation>
    </message>
    <message>
        <source>This invite was withdrawn.</source>
        <translation>此邀请已被撤回。</translation>
    </message>
    <message>
        <source>This version of Invigil is newer than the server.</source>
        <translation>此版本的 Invigil 比服务器更新。</translation>
    </message>
    <message>
        <source>This version of Invigil is too old for the interview.</source>
        <translation>此版本的 Invigil 过旧，无法用于这场面试。</translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation>请求过多。</translation>
    </message>
    <message>
        <source>Try again shortly; nothing was lost.</source>
        <translation>请稍后再试；没有任何内容丢失。</translation>
    </message>
    <message>
        <source>Try again; quote the request id.</source>
        <translation>请重试；并提供请求编号。</translation>
    </message>
    <message>
        <source>Wait as long as Retry-After says.</source>
        <translation>请按 Retry-After 所示的时间等待。</translation>
    </message>
    <message>
        <source>What belonged to this interview was erased.</source>
        <translation>属于这次面试的内容已被删除。</translation>
    </message>
    <message>
        <source>What was agreed for this interview has changed since you opened it.</source>
        <translation>自您打开面试以来，本次面试的约定内容已有变更。</translation>
    </message>
    <message>
        <source>Write on; your answer is kept, and it is looked at all the same.</source>
        <translation>请继续写；您的答案会保留，同样会有人查看。</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>您尚未登录。</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A code alone does not say which server to ask. Paste the whole link from your invitation instead.</source>
        <translation>仅凭代码无法得知要连接哪台服务器。请粘贴邀请中的完整链接。</translation>
    </message>
    <message>
        <source>A recording could not be saved on this computer ({detail}).</source>
        <translation>有一段录音无法保存在这台电脑上（{detail}）。</translation>
    </message>
    <message>
        <source>Another model compares faces where there is one.</source>
        <translation>如有其他模型，则由它比对面部。</translation>
    </message>
    <message>
        <source>Faces, head pose and gaze are not watched, and the report says so.</source>
        <translation>不观察面部、头部姿态和视线，报告中会注明。</translation>
    </message>
    <message>
        <source>Head and eyes were seen clearly at {n} points only.</source>
        <translation>只有 {n} 个点上能看清头部和眼睛。</translation>
    </message>
    <message>
        <source>Invigil may not write to {folder} ({detail}). Ask who set up this computer.</source>
        <translation>Invigil 无权写入 {folder}（{detail}）。请询问设置这台电脑的人。</translation>
    </message>
    <message>
        <source>It could not be tried ({kind}).</source>
        <translation>无法试验（{kind}）。</translation>
    </message>
    <message>
        <source>It does not compile.</source>
        <translation>无法编译。</translation>
    </message>
    <message>
        <source>It seems to hold more than one voice. Read it again while nobody else speaks.</source>
        <translation>其中似乎不止一个人的声音。请在没有别人说话时重新朗读。</translation>
    </message>
    <message>
        <source>It took longer than {seconds} s.</source>
        <translation>用时超过 {seconds} 秒。</translation>
    </message>
    <message>
        <source>It was compiled. This question has no examples to run.</source>
        <translation>已编译。这道题没有可运行的示例。</translation>
    </message>
    <message>
        <source>It was too loud for the microphone. Lower its level and read the sentence again.</source>
        <translation>声音对麦克风来说太大了。请调低音量后重新朗读这句话。</translation>
    </message>
    <message>
        <source>No loudspeaker or headphones can be used. Please read along.</source>
        <translation>没有可用的扬声器或耳机。请阅读文字。</translation>
    </message>
    <message>
        <source>No microphone can be opened. Plug one in, close other programs that use it, allow Invigil to use it in the system&apos;s privacy settings, and try again.</source>
        <translation>无法打开任何麦克风。请接上一个麦克风，关闭正在使用它的其他程序，在系统隐私设置中允许 Invigil 使用，然后重试。</translation>
    </message>
    <message>
        <source>No microphone is in use. Plug one in, choose it under Devices, and record.</source>
        <translation>没有正在使用的麦克风。请接上一个，在“设备”中选择它，然后录音。</translation>
    </message>
    <message>
        <source>No speech model is installed on this computer: a person will listen to your recording.</source>
        <translation>这台电脑没有安装语音模型：将由真人听取您的录音。</translation>
    </message>
    <message>
        <source>No speech was heard in this recording. You can play it, or record it again.</source>
        <translation>这段录音中没有听到说话声。您可以播放它，或重新录制。</translation>
    </message>
    <message>
        <source>Nobody is compared with the selfie, and the report says so.</source>
        <translation>不会与自拍照比对，报告中会注明。</translation>
    </message>
    <message>
        <source>Nobody is said to be another speaker, and a second voice is only hinted at by a measure without weights.</source>
        <translation>不会判定有其他说话人；第二个声音只由不依赖模型的测量给出提示。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the microphone under Devices and try again.</source>
        <translation>什么也没有录到。请在“设备”中检查麦克风后重试。</translation>
    </message>
    <message>
        <source>Only the signs of life in the landmarks tell a picture from a person.</source>
        <translation>只靠面部特征点的活体迹象区分照片与真人。</translation>
    </message>
    <message>
        <source>Paste the link from your invitation here.</source>
        <translation>请在此粘贴邀请中的链接。</translation>
    </message>
    <message>
        <source>People in the background are not watched, only a second face near the camera.</source>
        <translation>不观察背景中的人，只观察摄像头附近的第二张脸。</translation>
    </message>
    <message>
        <source>Phones, books and further screens are not watched, and the report says so.</source>
        <translation>不观察手机、书籍和其他屏幕，报告中会注明。</translation>
    </message>
    <message>
        <source>Running: {names}</source>
        <translation>正在运行：{names}</translation>
    </message>
    <message>
        <source>Sound does not work on this computer because PortAudio is missing. Install the package libportaudio2 and start Invigil again.</source>
        <translation>这台电脑缺少 PortAudio，声音无法使用。请安装软件包 libportaudio2 并重新启动 Invigil。</translation>
    </message>
    <message>
        <source>Spoken answers are not transcribed, a person listens to them.</source>
        <translation>口头回答不会转写，由真人听取。</translation>
    </message>
    <message>
        <source>The answer did not come from an Invigil server. If this network asks you to sign in first, open a web page, sign in there, and try again.</source>
        <translation>该应答不是来自 Invigil 服务器。如果此网络要求先登录，请打开一个网页登录，然后重试。</translation>
    </message>
    <message>
        <source>The app was restarted before the transcript was made; a person listens.</source>
        <translation>应用在转写完成前重新启动；将由真人听取。</translation>
    </message>
    <message>
        <source>The camera gave no picture. Check it under Devices and take another.</source>
        <translation>摄像头没有给出画面。请在“设备”中检查后重拍。</translation>
    </message>
    <message>
        <source>The camera stopped in the middle.</source>
        <translation>摄像头中途停止了。</translation>
    </message>
    <message>
        <source>The disk of this computer is full, so the last step could not be saved. Free some space; everything before it is safe, and you can go on from here.</source>
        <translation>这台电脑的磁盘已满，最后一步未能保存。请腾出一些空间；之前的内容都安全，您可以从这里继续。</translation>
    </message>
    <message>
        <source>The end of this link is missing. Copy the whole link from your invitation, up to its last character.</source>
        <translation>这个链接的结尾缺失。请复制邀请中的完整链接，直到最后一个字符。</translation>
    </message>
    <message>
        <source>The file could not be written ({detail}). Choose another folder.</source>
        <translation>无法写入文件（{detail}）。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The gaze was {degrees} degrees off on average; more than {limit} is no use.</source>
        <translation>视线平均偏差 {degrees} 度；超过 {limit} 度便不可用。</translation>
    </message>
    <message>
        <source>The interview could not be saved on this computer ({detail}). Check that the disk is there and that you may write to {folder}, then try again.</source>
        <translation>面试无法保存在这台电脑上（{detail}）。请检查磁盘是否在、您是否可以写入 {folder}，然后重试。</translation>
    </message>
    <message>
        <source>The interview saved on this computer is damaged. Nothing was deleted: its files are kept in {folder}. Open your invitation link again to go on from what the server already holds, and tell the person who invited you.</source>
        <translation>保存在这台电脑上的面试已损坏。没有删除任何内容：其文件保留在 {folder}。请重新打开邀请链接，从服务器已有的内容继续，并告知邀请您的人。</translation>
    </message>
    <message>
        <source>The key of this interview is in the key store of this computer, which does not give it now. Unlock the key store, as signing in to this computer does, and try again. Everything recorded so far is safe.</source>
        <translation>本次面试的密钥保存在这台电脑的密钥库中，但密钥库现在没有给出密钥。请解锁密钥库（登录这台电脑时会自动解锁），然后重试。到目前为止记录的所有内容都是安全的。</translation>
    </message>
    <message>
        <source>The last step could not be saved on this computer. Close the app and open it again; everything saved before is safe.</source>
        <translation>最后一步未能保存在这台电脑上。请关闭应用后重新打开；之前保存的内容都安全。</translation>
    </message>
    <message>
        <source>The microphone gives no sound at all. Check whether it is muted, or choose another.</source>
        <translation>麦克风完全没有声音。请检查是否被静音，或选择另一个。</translation>
    </message>
    <message>
        <source>The recording could not be decoded here: a person will listen to it.</source>
        <translation>录音无法在此解码：将由真人听取。</translation>
    </message>
    <message>
        <source>The saved interviews cannot be read on this computer.</source>
        <translation>无法读取这台电脑上保存的面试。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check your network connection and try again.</source>
        <translation>无法连接服务器。请检查网络连接后重试。</translation>
    </message>
    <message>
        <source>The server does not answer in time. Check your network connection and try again.</source>
        <translation>服务器没有及时应答。请检查网络连接后重试。</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not signed with the key of your interview. Your work is kept on this computer; tell the person who invited you.</source>
        <translation>服务器的应答没有用您这次面试的密钥签名。您的作答保存在这台电脑上；请告知邀请您的人。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted on this computer. Check the date and time of this computer; in a company network, ask your IT department.</source>
        <translation>这台电脑不信任服务器的证书。请检查电脑的日期和时间；在公司网络中请询问 IT 部门。</translation>
    </message>
    <message>
        <source>The speech model stopped unexpectedly: a person will listen to your recording.</source>
        <translation>语音模型意外停止：将由真人听取您的录音。</translation>
    </message>
    <message>
        <source>The speech model was not sure of any word: a person will listen to your recording.</source>
        <translation>语音模型对任何一个词都没有把握：将由真人听取您的录音。</translation>
    </message>
    <message>
        <source>The terms of this interview are not signed by its server. Open the link again; if this stays, tell the person who invited you.</source>
        <translation>这次面试的条款没有服务器的签名。请重新打开链接；如果仍然如此，请告知邀请您的人。</translation>
    </message>
    <message>
        <source>The transcript took too long; a person listens.</source>
        <translation>转写用时过长；将由真人听取。</translation>
    </message>
    <message>
        <source>The version it names cannot be read.</source>
        <translation>其中标明的版本无法读取。</translation>
    </message>
    <message>
        <source>The voice sample could not be looked at.</source>
        <translation>无法检查语音样本。</translation>
    </message>
    <message>
        <source>The {name} model cannot be used: {detail}</source>
        <translation>模型 {name} 无法使用：{detail}</translation>
    </message>
    <message>
        <source>The {name} model is not on this machine.</source>
        <translation>这台电脑上没有模型 {name}。</translation>
    </message>
    <message>
        <source>There is a lot of noise. Close the window, switch off what hums, or use a headset.</source>
        <translation>噪音很大。请关上窗户，关掉嗡嗡作响的设备，或使用耳麦。</translation>
    </message>
    <message>
        <source>There is no saved interview here. Open your invitation link to begin.</source>
        <translation>这里没有保存的面试。请打开邀请链接开始。</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>没有及时得到应答。</translation>
    </message>
    <message>
        <source>There was too little speech. Read the whole sentence aloud once more.</source>
        <translation>说话内容太少。请再大声朗读一遍整句话。</translation>
    </message>
    <message>
        <source>This computer has no voice for reading aloud (install espeak-ng). Please read along.</source>
        <translation>这台电脑没有朗读用的语音（请安装 espeak-ng）。请阅读文字。</translation>
    </message>
    <message>
        <source>This computer has no voice that reads questions aloud. Please read along.</source>
        <translation>这台电脑没有可朗读问题的语音。请自行阅读。</translation>
    </message>
    <message>
        <source>This device is no longer there. Plug it in again or choose another.</source>
        <translation>此设备已不在。请重新插上，或选择另一个。</translation>
    </message>
    <message>
        <source>This interview is already open in another Invigil window on this computer. Go on there, or close it first.</source>
        <translation>这次面试已在这台电脑的另一个 Invigil 窗口中打开。请在那里继续，或先关闭它。</translation>
    </message>
    <message>
        <source>This interview was already begun here. Resume it instead.</source>
        <translation>这次面试已在此开始。请继续进行。</translation>
    </message>
    <message>
        <source>This interview was saved by a newer version of Invigil. Install that version to go on.</source>
        <translation>这次面试由更新版本的 Invigil 保存。请安装该版本以继续。</translation>
    </message>
    <message>
        <source>This interview was saved by another version of the app. Nothing is lost: install the version that your invitation names and open it again.</source>
        <translation>这次面试由应用的另一个版本保存。没有丢失任何内容：请安装邀请中注明的版本并重新打开。</translation>
    </message>
    <message>
        <source>This is how questions will sound.</source>
        <translation>题目朗读起来就是这样。</translation>
    </message>
    <message>
        <source>This is neither an invitation link nor a code. Copy the whole link from your invitation and paste it here.</source>
        <translation>这既不是邀请链接也不是代码。请复制邀请中的完整链接并粘贴到这里。</translation>
    </message>
    <message>
        <source>This link is not protected (it begins with http://). Ask the person who invited you for a link that begins with https://.</source>
        <translation>这个链接没有受到保护（以 http:// 开头）。请向邀请您的人索取以 https:// 开头的链接。</translation>
    </message>
    <message>
        <source>This link names no server. Copy the whole link from your invitation.</source>
        <translation>这个链接没有指明服务器。请复制邀请中的完整链接。</translation>
    </message>
    <message>
        <source>This machine does not hold the interview (any more). Open your invitation again.</source>
        <translation>这次面试（已）不在这台电脑上。请重新打开邀请。</translation>
    </message>
    <message>
        <source>To have it, make it with `{command}`.</source>
        <translation>如需使用，请用 `{command}` 生成。</translation>
    </message>
    <message>
        <source>To have it, put {places} into a folder named by {variable}.</source>
        <translation>如需使用，请把 {places} 放入 {variable} 指定的文件夹。</translation>
    </message>
    <message>
        <source>To have it, run `python -m client.models fetch {name}`.</source>
        <translation>如需使用，请运行 `python -m client.models fetch {name}`。</translation>
    </message>
    <message>
        <source>Transcripts are off for this interview.</source>
        <translation>这次面试关闭了转写。</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell your IT department what this line says.</source>
        <translation>请重试；如果仍然如此，请把这一行的内容告诉 IT 部门。</translation>
    </message>
    <message>
        <source>Voice activity is off: faster-whisper, which carries its model, is not installed; voices are not listened to.</source>
        <translation>语音检测已关闭：未安装自带其模型的 faster-whisper；不会监听声音。</translation>
    </message>
    <message>
        <source>We could not run it. This says nothing about your code; try again.</source>
        <translation>我们未能运行它。这不说明您的代码有问题；请重试。</translation>
    </message>
    <message>
        <source>You are hard to hear. Move closer to the microphone or raise its level.</source>
        <translation>很难听清您的声音。请靠近麦克风或调高其音量。</translation>
    </message>
    <message>
        <source>You are too loud for the microphone. Lower its level or move back a little.</source>
        <translation>您的声音对麦克风来说太大。请调低其音量或稍微后退。</translation>
    </message>
    <message>
        <source>You were hard to hear. Move closer to the microphone and read the sentence again.</source>
        <translation>很难听清您的声音。请靠近麦克风并重新朗读这句话。</translation>
    </message>
    <message>
        <source>Your eyes could not be seen clearly.</source>
        <translation>无法看清您的眼睛。</translation>
    </message>
    <message>
        <source>Your voice could not be learned in time.</source>
        <translation>未能及时学习您的声音。</translation>
    </message>
    <message>
        <source>brightness {percent}</source>
        <translation>亮度 {percent}</translation>
    </message>
    <message>
        <source>within a second of the server</source>
        <translation>与服务器相差不到一秒</translation>
    </message>
    <message>
        <source>{gb} GB free</source>
        <translation>可用空间 {gb} GB</translation>
    </message>
    <message>
        <source>{looks} looks a second, {n} cores</source>
        <translation>每秒查看 {looks} 次，{n} 个核心</translation>
    </message>
    <message>
        <source>{name} could not be loaded and is off.</source>
        <translation>{name} 无法加载，已关闭。</translation>
    </message>
    <message>
        <source>{name} failed again and again and is off.</source>
        <translation>{name} 多次失败，已关闭。</translation>
    </message>
    <message>
        <source>{name}, loudest {dbfs} dBFS</source>
        <translation>{name}，最大 {dbfs} dBFS</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}</source>
        <translation>{name}，{width} × {height}</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}, {fps} pictures a second</source>
        <translation>{name}，{width} × {height}，每秒 {fps} 帧</translation>
    </message>
    <message>
        <source>{n} cores</source>
        <translation>{n} 个核心</translation>
    </message>
    <message>
        <source>{n} models are not here; an interview works without them.</source>
        <translation>缺少 {n} 个模型；没有它们面试也能进行。</translation>
    </message>
    <message>
        <source>{n} of the models that are needed are not here: what needs them is not watched.</source>
        <translation>缺少 {n} 个必需的模型：需要它们的内容不会被观察。</translation>
    </message>
    <message>
        <source>{n} of {total} examples were run: together they took too long.</source>
        <translation>运行了 {total} 个示例中的 {n} 个：合计用时过长。</translation>
    </message>
    <message>
        <source>{seconds} s ahead of the server</source>
        <translation>比服务器快 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s behind the server</source>
        <translation>比服务器慢 {seconds} 秒</translation>
    </message>
    <message>
        <source>{server} answers in {ms} ms</source>
        <translation>{server} 在 {ms} 毫秒内应答</translation>
    </message>
    <message>
        <source>{server} does not answer</source>
        <translation>{server} 没有应答</translation>
    </message>
</context>
</TS>
