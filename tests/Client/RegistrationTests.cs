using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class RegistrationTests
{
    [Fact]
    public void A_client_asks_for_capabilities_and_says_who_it_is()
    {
        var client = Conversation.New().When(new ClientMessage.Opened(Conversation.Now));

        Assert.Equal(["CAP LS 302", "NICK Tuan", "USER tuan 0 * Tuan"], client.Sent);
    }

    [Fact]
    public void The_password_comes_first()
    {
        var client = Conversation.New(password: "open sesame").When(new ClientMessage.Opened(Conversation.Now));

        Assert.Equal("PASS :open sesame", client.Sent.First());
    }

    public static TheoryData<string[], string[]> Negotiations => new()
    {
        { [":s CAP * LS :multi-prefix sasl"], ["CAP REQ multi-prefix"] },
        { [":s CAP * LS :tls"], ["CAP END"] },
        { [":s CAP * LS :"], ["CAP END"] },
        { [":s CAP * LS * :batch sasl=PLAIN", ":s CAP * LS :echo-message"], ["CAP REQ :echo-message batch"] },
        { [":s CAP * LS :chatroom/once draft/chathistory=x"], ["CAP REQ :draft/chathistory chatroom/once"] },
        { [":s CAP * LS :batch", ":s CAP * ACK :batch"], ["CAP REQ batch", "CAP END"] },
        { [":s CAP * LS :batch", ":s CAP * NAK :batch"], ["CAP REQ batch", "CAP END"] },
        { [":s 421 * CAP :Unknown command"], [] },
        { [":s 451 * CAP :You have not registered"], [] },
        { ["PING :cookie 123"], ["PONG :cookie 123"] },
    };

    [Theory]
    [MemberData(nameof(Negotiations))]
    public void Capabilities_are_asked_for_where_they_are_offered(string[] heard, string[] sent)
    {
        var client = Conversation.Registering().Hear(heard);

        Assert.Equal(sent, client.Sent);
        Assert.Empty(client.Told);
    }

    [Fact]
    public void Capabilities_come_and_go_later_too()
    {
        var client = Conversation.Ready("batch")
            .Hear(":s CAP Tuan NEW :echo-message", ":s CAP Tuan ACK :echo-message", ":s CAP Tuan DEL :batch");

        Assert.Equal(["CAP REQ echo-message"], client.Sent);
        Assert.Equal(["echo-message"], client.Model.Active);
    }

    [Fact]
    public void The_room_is_joined_when_the_greeting_is_over()
    {
        var client = Conversation.Registering().Hear(":irc.test 001 Tuan_ :Welcome");
        Assert.Empty(client.Sent);

        client.Hear(":irc.test 422 Tuan_ :No motd");

        Assert.Equal(["JOIN #lobby"], client.Sent);
        Assert.Equal([new ChatEvent.Welcomed(Conversation.At, "irc.test", "Tuan_")], client.Told);
        Assert.Equal("Tuan_", client.Model.Nick);
    }

    public static TheoryData<string, Ending> Refusals => new()
    {
        { ":s 433 * Tuan :Held by Tuan since noon", new Ending.NicknameTaken("Tuan", "Held by Tuan since noon") },
        { ":s 436 * Tuan :Collision", new Ending.NicknameTaken("Tuan", "Collision") },
        { ":s FAIL NICK NICKNAME_IN_USE Tuan :Held", new Ending.NicknameTaken("Tuan", "Held") },
        { ":s 432 * Tuan :Erroneous", new Ending.NicknameRefused("Tuan", "Erroneous") },
        { ":s 464 * :Password incorrect", new Ending.PasswordRefused("Password incorrect") },
        { "ERROR :Access denied: Bad password?", new Ending.PasswordRefused("Access denied: Bad password?") },
        { ":s 465 * :You are banned", new Ending.NotAdmitted("You are banned") },
        { "ERROR :Too many connections", new Ending.NotAdmitted("Too many connections") },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refused_registration_ends_with_its_reason(string heard, Ending ending)
    {
        var client = Conversation.Registering().Hear(heard);

        Assert.Equal(ending, client.Ending);
        Assert.Equal(ClientPhase.Ended, client.Model.Phase);
        Assert.Empty(client.Forget().Hear("PING :x").Sent);
    }

    [Fact]
    public void A_server_that_never_finishes_its_greeting_is_given_up()
    {
        var client = Conversation.Registering().When(new ClientMessage.Passed(Conversation.Now.AddSeconds(60)));
        Assert.Null(client.Ending);

        client.When(new ClientMessage.Passed(Conversation.Now.AddSeconds(61)));

        Assert.Equal(new Ending.Lost("the server did not finish its greeting within 60 s"), client.Ending);
    }

    [Fact]
    public void A_silent_server_is_asked_once_and_then_given_up()
    {
        var client = Conversation.InRoom()
            .When(new ClientMessage.Passed(Conversation.Now.AddSeconds(90)))
            .When(new ClientMessage.Passed(Conversation.Now.AddSeconds(91)))
            .When(new ClientMessage.Passed(Conversation.Now.AddSeconds(95)));
        Assert.Equal(["PING 1"], client.Sent);
        Assert.Null(client.Ending);

        client.When(new ClientMessage.Passed(Conversation.Now.AddSeconds(151)));

        Assert.Equal(new Ending.Lost("the server has been silent for 150 s"), client.Ending);
    }

    [Fact]
    public void A_line_that_nobody_answers_is_doubted_in_seconds_and_the_connection_given_up_in_a_minute()
    {
        var client = Conversation.InRoom("echo-message").Say("hello").Forget();
        for (var second = 1; second <= 5; second++)
            client.When(new ClientMessage.Passed(Conversation.Now.AddSeconds(second)));
        Assert.Null(client.Model.Unanswered(Conversation.Now.AddSeconds(5)));

        client.When(new ClientMessage.Passed(Conversation.Now.AddSeconds(6)));
        Assert.Equal(["PING 2"], client.Sent);
        Assert.Equal(TimeSpan.FromSeconds(12), client.Model.Unanswered(Conversation.Now.AddSeconds(13)));

        client.When(new ClientMessage.Passed(Conversation.Now.AddSeconds(62)));
        Assert.Equal(new Ending.Lost("the server has not answered for 60 s"), client.Ending);
    }

    [Fact]
    public void Whatever_is_heard_ends_the_doubt()
    {
        var client = Conversation.InRoom("echo-message").Say("hello");
        for (var second = 1; second <= 9; second++)
            client.When(new ClientMessage.Passed(Conversation.Now.AddSeconds(second)));

        client.Hear(":Duy!d@h PRIVMSG #lobby :hi");

        Assert.Null(client.Model.Unanswered(Conversation.Now.AddSeconds(100)));
    }

    [Fact]
    public void A_screen_measures_the_way_to_the_server()
    {
        var chat = Chatting.InRoom();
        Assert.Null(chat.Model.Client.Lag);

        chat.Pass(TimeSpan.FromSeconds(1)).Pass(TimeSpan.FromMilliseconds(34)).Hear($":s PONG s :{chat.Model.Client.LastRound}");

        Assert.Equal(TimeSpan.FromMilliseconds(34), chat.Model.Client.Lag);
    }
}
