using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>A line that is said again under the same id is the same line (chatroom/once).</summary>
public sealed class OnceTests
{
    private const string Tuans = "chatroom/once echo-message message-tags server-time";
    private const string Said = "@+chatroom/once=00112233445566778899aabbccddeeff PRIVMSG #lobby :hi";

    [Fact]
    public async Task Said_twice_it_is_one_message_and_the_echo_is_the_firsts()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Tuans, "#lobby");
        var duy = await server.Connect("Duy", "message-tags", "#lobby");
        await tuan.Heard();
        var echo = $"@time=2026-01-01T12:00:00.000Z;msgid={server.Epoch}-6 :Tuan!tuan@guest PRIVMSG #lobby :hi";

        Assert.Equal([echo], await tuan.Ask(Said));
        server.Clock.Move(TimeSpan.FromSeconds(5));
        Assert.Equal([echo], await tuan.Ask(Said));

        await duy.Hears($"@msgid={server.Epoch}-6 :Tuan!tuan@guest PRIVMSG #lobby :hi");
    }

    [Fact]
    public async Task Said_twice_in_one_turn_it_is_one_message_too()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Tuans, "#lobby");
        server.Journal.Hold();
        await tuan.Send("NICK Tuan2");
        await server.Journal.WhenHeld();
        await tuan.Post(Said, Said);

        server.Journal.Release();

        var heard = await tuan.Heard();
        Assert.Equal(3, heard.Count);
        Assert.Equal(heard[1], heard[2]);
    }

    [Fact]
    public async Task It_is_known_again_after_the_server_was_restarted()
    {
        using var store = TestStore.New();
        string echo;
        await using (var before = TestServer.Start(store))
        {
            var tuan = await before.Connect("Tuan", Tuans, "#lobby");
            echo = Assert.Single(await tuan.Ask(Said));
        }

        await using var after = TestServer.Start(store);
        var again = await after.Connect("Tuan", Tuans, "#lobby");

        Assert.Equal([echo], await again.Ask(Said));
    }

    [Fact]
    public async Task A_private_line_is_known_again_too_and_another_conversation_is_another_matter()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Tuans, "#lobby");
        var duy = await server.Connect("Duy");
        var said = Said.Replace("#lobby", "Duy", StringComparison.Ordinal);

        var first = await tuan.Ask(said);
        Assert.Equal(first, await tuan.Ask(said));
        Assert.NotEqual(first, await tuan.Ask(Said));

        await duy.Hears(":Tuan!tuan@guest PRIVMSG Duy :hi");
    }

    [Fact]
    public async Task Who_wants_no_echoes_hears_none_of_what_they_say_again()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "chatroom/once message-tags", "#lobby");

        Assert.Empty(await tuan.Ask(Said, Said));
    }

    [Theory]
    [InlineData("chatroom/once message-tags echo-message", "@+chatroom/once=00112233")]
    [InlineData("chatroom/once message-tags echo-message", "@+chatroom/once=0011223344556677889-aabbccddeeff0")]
    [InlineData("message-tags echo-message", "@+chatroom/once=00112233445566778899aabbccddeeff")]
    public async Task What_is_no_id_or_not_agreed_on_makes_no_line_the_same(string capabilities, string tag)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", capabilities, "#lobby");

        var heard = await tuan.Ask($"{tag} PRIVMSG #lobby :hi", $"{tag} PRIVMSG #lobby :hi");

        Assert.Equal(2, heard.Distinct().Count());
        Assert.DoesNotContain(heard, line => line.Contains("once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_forgotten_meanwhile_is_confirmed_without_a_word()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", $"{Tuans} batch labeled-response", "#lobby");
        await tuan.Ask(Said);
        server.Registry.Hub.Post(Server.Hubs.HubMessage.FromServer(new Command.Forget(new Forgetting([new SequenceRange(default, new Sequence(99))], LanguageExt.Option<RoomId>.None))));
        await server.Registry.SignOfLife().WaitAsync(Client.Deadline);

        var again = await tuan.Ask($"@label=a;{Said[1..]}");

        Assert.Contains(again, line => line.EndsWith(" :Tuan!tuan@guest PRIVMSG #lobby :", StringComparison.Ordinal));
    }
}
