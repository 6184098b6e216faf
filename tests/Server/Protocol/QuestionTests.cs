using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

public sealed class QuestionTests
{
    [Fact]
    public async Task The_modes_of_a_room_and_ones_own_can_be_asked_for()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        await server.Connect("Duy");

        Assert.Equal(
            [
                ":irc.test 324 Tuan #lobby +n",
                ":irc.test 329 Tuan #lobby 1767268800",
                ":irc.test 368 Tuan #lobby :End of the list",
                ":irc.test 472 Tuan x :There is no such mode here; PREFIX=(qohv)~@%+ and CHANMODES=Ibe,k,HWl,CRimnst are all",
                ":irc.test 403 Tuan #nowhere :There is no such room; JOIN opens it",
                ":irc.test 221 Tuan +i",
                ":irc.test 501 Tuan :Everybody is +i here; that can't be changed",
                ":irc.test 501 Tuan :There are no such modes of people on this server",
                ":irc.test 502 Tuan :You can see and change only your own modes",
                ":irc.test 401 Tuan nobody :Nobody of that nickname is here",
            ],
            await tuan.Ask(
                "MODE #lobby", "MODE #lobby b", "MODE #lobby +x", "MODE #nowhere", "MODE tuan", "MODE Tuan -i", "MODE Tuan +x", "MODE Duy",
                "MODE nobody"));
    }

    [Fact]
    public async Task Who_is_in_a_room_and_who_is_somebody_can_be_asked_for()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        await server.Connect("Duy", "", "#lobby", "#kitchen");
        await server.Connect("Stranger", "", "#elsewhere");
        await tuan.Heard();

        const string own = ":irc.test 352 Tuan #lobby tuan guest irc.test Tuan H@ :0 Tuan himself";
        const string duy = ":irc.test 352 Tuan #lobby duy guest irc.test Duy H :0 Duy himself";
        Assert.Equal([duy, own, ":irc.test 315 Tuan #LOBBY :End of WHO"], await tuan.Ask("WHO #LOBBY"));
        Assert.Equal([duy, own, ":irc.test 315 Tuan * :End of WHO"], await tuan.Ask("WHO"));
        Assert.Equal([duy, ":irc.test 315 Tuan duy :End of WHO"], await tuan.Ask("WHO duy"));
        Assert.Equal([duy, ":irc.test 315 Tuan D?* :End of WHO"], await tuan.Ask("WHO D?*"));
        Assert.Equal([":irc.test 315 Tuan Str* :End of WHO"], await tuan.Ask("WHO Str*"));
        Assert.Equal([":irc.test 315 Tuan nobody :End of WHO"], await tuan.Ask("WHO nobody"));
        Assert.Equal([":irc.test 315 Tuan #nowhere :End of WHO"], await tuan.Ask("WHO #nowhere"));
    }

    /// <summary>WHOX: the fields come in one order, whatever order they were asked for in.</summary>
    [Fact]
    public async Task Of_each_person_those_fields_are_told_that_the_client_wants()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        await server.Connect("Duy", "", "#lobby");
        await tuan.Heard();
        const string end = ":irc.test 315 Tuan duy :End of WHO";

        Assert.Equal([":irc.test 354 Tuan 123 #lobby duy 255.255.255.255 guest irc.test Duy H 0 0 0 n/a :Duy himself", end], await tuan.Ask("WHO duy %tcuihsnfdlaor,123"));
        Assert.Equal([":irc.test 354 Tuan 7 Duy 0", end], await tuan.Ask("WHO duy %ant,7"));
        Assert.Equal([":irc.test 354 Tuan 0 Duy", end], await tuan.Ask("WHO duy %tnxyz"));
        Assert.Equal([":irc.test 354 Tuan 0 Duy", end], await tuan.Ask("WHO duy %tn,abc"));
        Assert.Equal([":irc.test 354 Tuan Duy H", ":irc.test 354 Tuan Tuan H@", ":irc.test 315 Tuan #lobby :End of WHO"], await tuan.Ask("WHO #lobby %nf"));
    }

    [Fact]
    public async Task The_server_tells_its_time_and_what_it_is()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        var now = server.Clock.GetUtcNow();
        Assert.Equal(
            [
                $":irc.test 391 Tuan irc.test {now.ToUnixTimeSeconds()} :{now:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}",
                ":irc.test 371 Tuan :irc.test runs chatroom-test, and was started at 2026-01-01T12:00:00.000Z",
                ":irc.test 371 Tuan :ChatRoom is a chat server that keeps what is said before anybody hears it",
                ":irc.test 374 Tuan :End of INFO",
            ],
            await tuan.Ask("TIME", "INFO"));
    }

    [Fact]
    public async Task Names_come_with_user_and_host_for_who_asks_for_that()
    {
        await using var server = TestServer.Start();
        await server.Connect("Duy", "", "#lobby");
        var tuan = await server.Connect("Tuan", "userhost-in-names", "#lobby");
        Assert.Equal(
            [":irc.test 353 Tuan = #lobby :@Duy!duy@guest Tuan!tuan@guest", ":irc.test 366 Tuan #lobby :End of names"],
            await tuan.Ask("NAMES #lobby"));
    }

    [Fact]
    public async Task Whois_tells_of_somebody_who_is_there()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        await server.Connect("Duy", "", "#b", "#a", "#c");
        await tuan.Ask("JOIN #a,#b");

        string[] told =
        [
            ":irc.test 311 Tuan Duy duy guest * :Duy himself",
            ":irc.test 319 Tuan Duy :@#a @#b",
            ":irc.test 312 Tuan Duy irc.test :chatroom-test",
        ];
        Assert.Equal([.. told, ":irc.test 318 Tuan duy :End of WHOIS"], await tuan.Ask("WHOIS duy"));
        Assert.Equal([.. told, ":irc.test 318 Tuan DUY :End of WHOIS"], await tuan.Ask("WHOIS irc.test DUY"));
        Assert.Equal(
            [":irc.test 401 Tuan nobody :Nobody of that nickname is here", ":irc.test 318 Tuan nobody :End of WHOIS"],
            await tuan.Ask("WHOIS nobody"));
    }

    [Fact]
    public async Task Rooms_are_listed_by_name_with_people_and_topic()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#b", "#a");
        await server.Connect("Duy", "", "#b");
        await tuan.Ask("TOPIC #b :Bees");

        string[] list = [":irc.test 322 Tuan #a 1 :", ":irc.test 322 Tuan #b 2 :Bees", ":irc.test 323 Tuan :End of the list of rooms"];
        Assert.Equal(list, await tuan.Ask("LIST"));
        Assert.Equal(list[1..], await tuan.Ask("LIST #B,#nowhere"));
    }

    [Fact]
    public async Task The_names_of_a_full_room_take_many_lines_and_are_all_there()
    {
        await using var server = TestServer.Start();
        var people = Enumerable.Range(1, 300).Select(number => $"person-{number:000}").ToList();
        await server.Connect(people[0], "", "#lobby");
        await Task.WhenAll(people.Skip(1).Select(nick => server.Connect(nick, "", "#lobby")));
        var tuan = await server.Connect("Tuan", "", "#lobby");

        var names = await tuan.Ask("NAMES #lobby");

        Assert.Equal(":irc.test 366 Tuan #lobby :End of names", names[^1]);
        Assert.All(names.SkipLast(1), line => Assert.StartsWith(":irc.test 353 Tuan = #lobby :", line, StringComparison.Ordinal));
        Assert.InRange(names.Count, 8, 12);
        Assert.Equal(
            [$"@{people[0]}", "Tuan", .. people.Skip(1)],
            names.SkipLast(1).SelectMany(line => line.Split(" :")[1].Split(' ')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Names_of_no_room_are_none_and_too_many_rooms_are_refused()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        Assert.Equal(
            [
                ":irc.test 366 Tuan * :End of names",
                ":irc.test 366 Tuan #nowhere :End of names",
                ":irc.test 407 Tuan #5 :4 rooms at once are the most",
            ],
            await tuan.Ask("NAMES", "NAMES #nowhere", "NAMES #1,#2,#3,#4,#5"));
    }

    [Fact]
    public async Task The_server_tells_about_itself()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        await server.Connect("Duy");
        var gone = await server.Connect("Mai");
        await gone.Vanish();
        await server.Dial().Ask("NICK Half");

        Assert.Equal(
            [
                ":irc.test 251 Tuan :There are 0 users and 2 invisible on 1 server",
                ":irc.test 252 Tuan 0 :operators online",
                ":irc.test 253 Tuan 1 :unknown connections",
                ":irc.test 254 Tuan 1 :rooms are open",
                ":irc.test 255 Tuan :I have 2 clients and 0 servers",
                ":irc.test 265 Tuan 2 3 :Current local users 2, max 3",
                ":irc.test 266 Tuan 2 3 :Current global users 2, max 3",
                ":irc.test 422 Tuan :This server has no message of the day",
                ":irc.test 351 Tuan chatroom-test irc.test :ChatRoom",
            ],
            (await tuan.Ask("LUSERS", "MOTD", "VERSION")).Take(9));
    }

    [Fact]
    public async Task What_is_supported_says_how_long_things_may_be_and_never_takes_more_than_a_line_holds()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        var lines = (await tuan.Ask("VERSION")).Skip(1).ToList();

        Assert.All(lines, line => Assert.StartsWith(":irc.test 005 Tuan ", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.Split(' ').Length <= 3 + 13 + 5, line));
        var tokens = lines.SelectMany(line => line.Split(" :")[0].Split(' ').Skip(3)).ToList();
        Assert.All(
            [
                "NETWORK=ChatRoom", "CASEMAPPING=ascii", "CHANTYPES=#", "PREFIX=(qohv)~@%+", "CHANMODES=Ibe,k,HWl,CRimnst", "MODES=12", "NICKLEN=30", "CHANNELLEN=64", "TOPICLEN=340",
                "CHATHISTORY=1000", "UTF8ONLY", "STATUSMSG=~@%+",
            ],
            (string token) => Assert.Contains(token, tokens));
    }
}
