"""One story in many languages, in English that can't be read, and mere noise."""

LANGUAGES = {
    "German": (
        "Der Bürgermeister sagte am Montag, dass die Brücke in der Nacht gesperrt werden musste, "
        "weil ein Riss im Pfeiler gefunden worden war. Die Polizei war an Ort und Stelle und so "
        "waren alle Wege in die Stadt bis zum Morgen zu. Ein Sprecher der Stadt sagte, man habe "
        "den Schaden im Griff, und am Ende der Woche werde die Brücke wieder offen sein."
    ),
    "Spanish": (
        "El alcalde dijo el lunes que el puente se cerró durante la noche porque los técnicos "
        "hallaron una grieta en uno de los pilares. La policía no me dejó pasar, contó una vecina, "
        "y a las seis ya no había nadie en la calle. El portavoz ha pedido calma a los vecinos y "
        "ha dicho que las obras van a durar una semana como mucho, si no hay más daños."
    ),
    "French": (
        "Le maire a dit lundi que le pont a été fermé dans la nuit car une fissure a été trouvée "
        "dans un pilier. On a vu la police sur place, a dit une voisine, et on me dit que la route "
        "est en travaux. Le porte-parole de la ville a assuré que tout sera fini en une semaine, "
        "mais on ne sait pas encore le coût des travaux."
    ),
    "Italian": (
        "Il sindaco ha detto lunedì che il ponte è stato chiuso in piena notte a causa di una "
        "crepa in un pilastro. I tecnici sono a lavoro da ieri e in città non si passa. A me "
        "nessuno ha detto nulla, dice una donna che abita in zona, e i negozi in via Roma sono "
        "vuoti. Il comune ha fatto sapere che i lavori in corso durano una settimana."
    ),
    "Portuguese": (
        "O prefeito disse na segunda que a ponte foi fechada à noite porque os técnicos acharam "
        "uma rachadura em um dos pilares. A polícia não me deixou passar, contou a vizinha, e as "
        "ruas do centro estavam vazias. O porta-voz da cidade pediu calma a todos e disse que as "
        "obras no local vão durar uma semana, se não houver mais danos a reparar."
    ),
    "Dutch": (
        "De burgemeester zei maandag dat de brug in de nacht is gesloten omdat er in een van de "
        "pijlers een scheur was gevonden. De politie was er snel bij en we mochten er niet meer "
        "over, zei een buurvrouw. Het is nog niet bekend of de brug voor het weekend weer open is. "
        "Een woordvoerder van de stad had het over een week of twee werk in totaal."
    ),
    "Danish": (
        "Borgmesteren sagde mandag, at broen blev lukket i nat, fordi der var fundet en revne i en "
        "af pillerne. Politiet var på stedet, og vi måtte ikke gå over, sagde en nabo, som har "
        "boet i byen i ti år. Det er ikke klart, om broen kan åbnes til weekenden, men man har "
        "lovet, at arbejdet for alvor går i gang i dag."
    ),
    "Polish": (
        "Burmistrz powiedział w poniedziałek, że most został zamknięty w nocy, bo w jednym z "
        "filarów znaleziono pęknięcie. Policja była na miejscu i nikt nie mógł przejść, mówi "
        "sąsiadka. To nie jest jasne, czy most będzie otwarty na weekend, a to dla nas problem. "
        "Rzecznik miasta mówi, że to potrwa tydzień, i prosi o spokój."
    ),
    "Romanian": (
        "Primarul a spus luni că podul a fost închis în timpul nopții pentru că s-a găsit o fisură "
        "la un pilon. Poliția a venit pe loc, iar noi nu am putut trece, a spus o vecină. Nu este "
        "clar dacă podul va fi deschis în weekend, dar orașul a promis că lucrarea are să țină o "
        "săptămână. As vrea să am o zi mai bună, a mai zis ea."
    ),
    "Russian": (
        "Мэр сообщил в понедельник, что мост закрыли ночью из-за трещины в опоре. Полиция была на "
        "месте, и никого не пускали, рассказала соседка. Пока не ясно, откроют ли мост к выходным. "
        "Представитель города сказал, что работы займут неделю, если не найдут новых повреждений, "
        "и попросил жителей сохранять спокойствие и ездить в объезд."
    ),
    "Chinese": (
        "市长周一表示，由于在一个桥墩上发现裂缝，大桥于夜间关闭。一位居民说，警察在现场，任何人都不能通过。"
        "目前尚不清楚大桥是否会在周末前重新开放。市政府发言人说，如果没有发现新的损坏，工程将持续一周。"
    ),
    "Hindi in Latin letters": (
        "Mahapaur ne somvaar ko kaha ki pul raat mein band kar diya gaya kyonki ek khambe mein "
        "daraar mili thi. Police mauke par thi aur kisi ko jaane nahi diya gaya, ek padosi ne "
        "bataya. Abhi yeh saaf nahi hai ki pul hafte ke ant tak khulega ya nahi. Shahar ke "
        "pravakta ne kaha ki kaam ek hafte tak chalega aur logon se shaant rehne ko kaha."
    ),
    "Vietnamese without marks": (
        "Thi truong cho biet hom thu hai rang cay cau da bi dong cua trong dem vi mot vet nut duoc "
        "tim thay o mot tru cau. Canh sat da co mat tai hien truong va khong ai duoc di qua, mot "
        "nguoi hang xom noi. Hien chua ro cau co the mo lai vao cuoi tuan hay khong. Nguoi phat "
        "ngon cua thanh pho noi cong viec se keo dai mot tuan."
    ),
    "keyboard noise": (
        "asdf jkl qwe rtyu zxcv bnm asd fgh jkl poi uyt rew qaz wsx edc rfv tgb yhn ujm ik ol p as "
        "df gh jk lz xc vb nm qw er ty ui op asdf asdf jkl jkl qwer uiop zxcv nm hjkl dfgh rtyu "
        "vbnm cvbn fghj tyui ghjk bnm xcvb sdfg wert erty"
    ),
    "English with figures for vowels": (
        "Th3 m4y0r s41d 0n M0nd4y th4t th3 br1dg3 w4s cl0s3d 0v3rn1ght b3c4us3 4 cr4ck h4d b33n "
        "f0und 1n 0n3 0f th3 p1ll4rs. P0l1c3 w3r3 4t th3 sc3n3 4nd n0b0dy c0uld p4ss, 4 n31ghb0ur "
        "s41d. 1t 1s n0t cl34r wh3th3r th3 br1dg3 w1ll 0p3n b3f0r3 th3 w33k3nd. 4 sp0k3sm4n s41d "
        "th3 w0rk w0uld t4k3 4 w33k."
    ),
    "English with half of its letters lost": (
        "Te ayr sd n Mda ta te rdg ws coed oengt bcue a rak hd ben fud i oe o te plas. Plc wr a te "
        "see ad noby cud pas, a neghor sd. I i nt cer wehr te big wl oen bfr te wekd. A skmn fr te "
        "ct sd te wk wud tke a wek, i n mre dmge ws fnd, ad aked pple t sty cm ad dve rud te lng "
        "wy fr te tme beg."
    ),
    "English shifted by thirteen letters": (
        "Gur znlbe fnvq ba Zbaqnl gung gur oevqtr jnf pybfrq bireavtug orpnhfr n penpx unq orra "
        "sbhaq va bar bs gur cvyynef. Cbyvpr jrer ng gur fprar naq abobql pbhyq cnff, n arvtuobhe "
        "fnvq. Vg vf abg pyrne jurgure gur oevqtr jvyy bcra orsber gur jrrxraq, ohg jbex unf "
        "fgnegrq naq jvyy gnxr n jrrx."
    ),
}
"""By language the story of a bridge that was closed overnight."""
ENGLISH = (
    "The mayor said on Monday that the bridge was closed overnight because a crack had been found "
    "in one of the pillars. Police were at the scene and nobody could pass, a neighbour said. It "
    "is not clear whether the bridge will open before the weekend. A spokesman for the city said "
    "the work would take a week."
)
"""The same in English."""
