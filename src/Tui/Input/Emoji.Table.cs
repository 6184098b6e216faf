namespace ChatRoom.Tui.Input;

public static partial class Emoji
{
    private static string Table => """
        smile=😄 smiley=😃 grin=😁 grinning=😀 joy=😂 rofl=🤣 laughing=😆 sweat_smile=😅 wink=😉 blush=😊 innocent=😇 yum=😋 relieved=😌
        heart_eyes=😍 star_struck=🤩 sunglasses=😎 smirk=😏 neutral=😐 expressionless=😑 unamused=😒 sweat=😓 pensive=😔 confused=😕
        confounded=😖 kissing=😗 kiss=😘 kissing_smiling=😙 kissing_closed=😚 tongue=😛 tongue_wink=😜 tongue_closed=😝
        disappointed=😞 worried=😟 angry=😠 rage=😡 cry=😢 persevere=😣 triumph=😤 relieved_sweat=😥 frowning=😦 anguished=😧 fearful=😨
        weary=😩 sleepy=😪 tired=😫 grimacing=😬 sob=😭 open_mouth=😮 hushed=😯 cold_sweat=😰 scream=😱 astonished=😲 flushed=😳
        sleeping=😴 dizzy_face=😵 no_mouth=😶 mask=😷 slight_smile=🙂 upside_down=🙃 rolling_eyes=🙄 zipper_mouth=🤐 money_mouth=🤑
        thermometer_face=🤒 nerd=🤓 thinking=🤔 bandage_face=🤕 robot=🤖 hug=🤗 cowboy=🤠 clown=🤡 nauseated=🤢 drooling=🤤 lying=🤥
        sneezing=🤧 raised_eyebrow=🤨 zany=🤪 shushing=🤫 swearing=🤬 giggle=🤭 vomiting=🤮 mind_blown=🤯 smiling_hearts=🥰 yawning=🥱
        happy_tear=🥲 partying=🥳 woozy=🥴 hot_face=🥵 cold_face=🥶 pleading=🥺 monocle=🧐 saluting=🫡 melting=🫠 peeking=🫣
        holding_tears=🥹 wave=👋 raised_hand=✋ ok_hand=👌 pinched=🤌 victory=✌️ crossed_fingers=🤞 love_you=🤟 metal=🤘 call_me=🤙
        point_left=👈 point_right=👉 point_up=👆 point_down=👇 thumbsup=👍 +1=👍 thumbsdown=👎 -1=👎 fist=✊ punch=👊 clap=👏
        raised_hands=🙌 open_hands=👐 palms=🤲 handshake=🤝 pray=🙏 writing=✍️ nails=💅 selfie=🤳 muscle=💪 ear=👂 nose=👃 brain=🧠
        eyes=👀 eye=👁️ tongue_out=👅 lips=👄 facepalm=🤦 shrug=🤷 bow=🙇 ok_person=🙆 no_person=🙅 raising_hand=🙋 walking=🚶 running=🏃
        dancer=💃 dancing=🕺 baby=👶 boy=👦 girl=👧 man=👨 woman=👩 older_man=👴 older_woman=👵 detective=🕵️ ninja=🥷 wizard=🧙 zombie=🧟
        santa=🎅 superhero=🦸 heart=❤️ orange_heart=🧡 yellow_heart=💛 green_heart=💚 blue_heart=💙 purple_heart=💜 black_heart=🖤
        white_heart=🤍 broken_heart=💔 two_hearts=💕 sparkling_heart=💖 love_letter=💌 hundred=💯 100=💯 boom=💥 anger=💢 dash=💨
        sweat_drops=💦 zzz=💤 speech=💬 thought=💭 poop=💩 skull=💀 ghost=👻 alien=👽 monster=👾 dog=🐶 cat=🐱 mouse=🐭 hamster=🐹
        rabbit=🐰 fox=🦊 bear=🐻 panda=🐼 koala=🐨 tiger=🐯 lion=🦁 cow=🐮 pig=🐷 frog=🐸 monkey=🐵 see_no_evil=🙈 hear_no_evil=🙉
        speak_no_evil=🙊 chicken=🐔 penguin=🐧 bird=🐦 chick=🐤 duck=🦆 eagle=🦅 owl=🦉 bat=🦇 wolf=🐺 horse=🐴 unicorn=🦄 bee=🐝 bug=🐛
        butterfly=🦋 snail=🐌 ladybug=🐞 ant=🐜 spider=🕷️ turtle=🐢 snake=🐍 dragon=🐉 octopus=🐙 crab=🦀 shrimp=🦐 fish=🐟 dolphin=🐬
        whale=🐳 shark=🦈 elephant=🐘 sloth=🦥 otter=🦦 hedgehog=🦔 camel=🐫 goat=🐐 sheep=🐑 llama=🦙 dodo=🦤 cactus=🌵 tree=🌳
        evergreen=🌲 palm_tree=🌴 seedling=🌱 herb=🌿 clover=🍀 maple_leaf=🍁 mushroom=🍄 rose=🌹 tulip=🌷 sunflower=🌻 blossom=🌼
        bouquet=💐 sun=☀️ moon=🌙 star=⭐ glowing_star=🌟 sparkles=✨ zap=⚡ fire=🔥 rainbow=🌈 cloud=☁️ rain=🌧️ snowflake=❄️
        snowman=⛄ ocean=🌊 droplet=💧 umbrella=☔ earth=🌍 globe=🌐 volcano=🌋 comet=☄️ milky_way=🌌 apple=🍎 pear=🍐 orange=🍊 lemon=🍋
        banana=🍌 melon=🍉 grapes=🍇 strawberry=🍓 cherries=🍒 peach=🍑 pineapple=🍍 coconut=🥥 kiwi=🥝 tomato=🍅 avocado=🥑 corn=🌽
        carrot=🥕 garlic=🧄 onion=🧅 potato=🥔 bread=🍞 croissant=🥐 cheese=🧀 egg=🥚 pancakes=🥞 bacon=🥓 hamburger=🍔 fries=🍟 pizza=🍕
        hotdog=🌭 sandwich=🥪 taco=🌮 burrito=🌯 salad=🥗 popcorn=🍿 rice=🍚 ramen=🍜 spaghetti=🍝 sushi=🍣 dumpling=🥟 icecream=🍨
        doughnut=🍩 cookie=🍪 cake=🍰 birthday=🎂 cupcake=🧁 pie=🥧 chocolate=🍫 candy=🍬 lollipop=🍭 honey=🍯 milk=🥛 coffee=☕ tea=🍵
        mate=🧉 bubble_tea=🧋 sake=🍶 champagne=🍾 wine=🍷 cocktail=🍸 beer=🍺 beers=🍻 cheers=🥂 whisky=🥃 salt=🧂 soccer=⚽
        basketball=🏀 football=🏈 baseball=⚾ tennis=🎾 volleyball=🏐 pingpong=🏓 badminton=🏸 dart=🎯 bowling=🎳 gamepad=🎮 dice=🎲
        puzzle=🧩 chess=♟️ trophy=🏆 medal=🏅 gold=🥇 silver=🥈 bronze=🥉 ticket=🎫 art=🎨 thread=🧵 yarn=🧶 guitar=🎸 piano=🎹 drum=🥁
        violin=🎻 trumpet=🎺 microphone=🎤 headphones=🎧 musical_note=🎵 notes=🎶 movie=🎬 tada=🎉 confetti=🎊 balloon=🎈 gift=🎁
        ribbon=🎀 christmas_tree=🎄 jack_o_lantern=🎃 fireworks=🎆 car=🚗 taxi=🚕 bus=🚌 ambulance=🚑 fire_engine=🚒 truck=🚚 tractor=🚜
        bike=🚲 scooter=🛴 motorcycle=🏍️ train=🚆 metro=🚇 tram=🚊 plane=✈️ rocket=🚀 ufo=🛸 helicopter=🚁 boat=⛵ ship=🚢 anchor=⚓
        construction=🚧 traffic_light=🚦 house=🏠 office=🏢 hospital=🏥 school=🏫 factory=🏭 castle=🏰 tent=⛺ mountain=⛰️ beach=🏖️
        city=🏙️ watch=⌚ phone=📱 telephone=☎️ laptop=💻 desktop=🖥️ keyboard=⌨️ printer=🖨️ floppy=💾 cd=💿 camera=📷 video=📹 tv=📺
        radio=📻 battery=🔋 plug=🔌 bulb=💡 flashlight=🔦 candle=🕯️ money=💰 coin=🪙 card=💳 gem=💎 hammer=🔨 wrench=🔧 screwdriver=🪛
        gear=⚙️ toolbox=🧰 magnet=🧲 bomb=💣 knife=🔪 shield=🛡️ key=🔑 lock=🔒 unlock=🔓 door=🚪 chair=🪑 bed=🛏️ bath=🛁 toilet=🚽
        soap=🧼 broom=🧹 basket=🧺 microscope=🔬 telescope=🔭 test_tube=🧪 dna=🧬 pill=💊 syringe=💉 envelope=✉️ email=📧 inbox=📥
        outbox=📤 package=📦 mailbox=📫 memo=📝 page=📄 chart=📈 chart_down=📉 bar_chart=📊 calendar=📅 clipboard=📋 pin=📌 paperclip=📎
        ruler=📏 scissors=✂️ folder=📁 newspaper=📰 book=📖 books=📚 bookmark=🔖 link=🔗 search=🔍 bell=🔔 no_bell=🔕 loudspeaker=📢
        megaphone=📣 speaker=🔊 mute=🔇 hourglass=⏳ alarm=⏰ stopwatch=⏱️ clock=🕐 glasses=👓 crown=👑 hat=🎩 shirt=👕 shoe=👟
        backpack=🎒 crystal_ball=🔮 check=✅ checkmark=✔️ x=❌ cross=❎ question=❓ exclamation=❗ bangbang=‼️ warning=⚠️ no_entry=⛔
        prohibited=🚫 radioactive=☢️ recycle=♻️ plus=➕ minus=➖ infinity=♾️ arrow_up=⬆️ arrow_down=⬇️ arrow_left=⬅️
        arrow_right=➡️ back_arrow=🔙 soon=🔜 top=🔝 new=🆕 free=🆓 ok=🆗 cool=🆒 sos=🆘 up=🆙 info=ℹ️ red_circle=🔴 orange_circle=🟠
        yellow_circle=🟡 green_circle=🟢 blue_circle=🔵 white_circle=⚪ black_circle=⚫ checkered_flag=🏁 flag=🚩 white_flag=🏳️
        pirate_flag=🏴‍☠️ rainbow_flag=🏳️‍🌈
        """;
}
