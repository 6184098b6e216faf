using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>What clients tell each other in tags (message-tags), each as its specification shows it, and which an operator lets through (CLIENTTAGDENY).</summary>
public sealed class ClientTagTests
{
    /// <summary>typing.md, reply.md, react.md, channel-context.md.</summary>
    [Theory]
    [InlineData("@+typing=active TAGMSG #a", "@+typing=active :Tuan!tuan@guest TAGMSG #a")]
    [InlineData("@+typing=paused TAGMSG Mai", "@+typing=paused :Tuan!tuan@guest TAGMSG Mai")]
    [InlineData("@+typing=done TAGMSG #a", "@+typing=done :Tuan!tuan@guest TAGMSG #a")]
    [InlineData("@+reply=123;+draft/react=lol TAGMSG #a", "@msgid=ID;+reply=123;+draft/react=lol :Tuan!tuan@guest TAGMSG #a")]
    [InlineData("@+reply=123;+draft/unreact=🇦🇷 TAGMSG #a", "@msgid=ID;+reply=123;+draft/unreact=🇦🇷 :Tuan!tuan@guest TAGMSG #a")]
    [InlineData("@+reply=123;+draft/react=:) PRIVMSG #a :lol", "@msgid=ID;+reply=123;+draft/react=:) :Tuan!tuan@guest PRIVMSG #a :lol")]
    [InlineData("@+channel-context=#chan NOTICE Mai :I'm helping.", "@msgid=ID;+channel-context=#chan :Tuan!tuan@guest NOTICE Mai :I'm helping.")]
    [InlineData("@+draft/channel-context=#chan;+x/y=a\\:b PRIVMSG Mai :hi", "@msgid=ID;+draft/channel-context=#chan;+x/y=a\\:b :Tuan!tuan@guest PRIVMSG Mai :hi")]
    public async Task A_tag_of_a_client_is_passed_on_as_it_was(string said, string heard)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "message-tags", "#a");
        var mai = await server.Connect("Mai", "message-tags", "#a");
        await tuan.Ask(said);
        Assert.Equal([heard], (await mai.Heard()).Select(line => line.StartsWith("@msgid=", StringComparison.Ordinal) ? $"@msgid=ID{line[line.IndexOf(';', StringComparison.Ordinal)..]}" : line));
    }

    [Theory]
    [InlineData("typing,draft/react", "+typing +draft/react", "+reply +x/y")]
    [InlineData("*", "+typing +draft/react +reply +x/y", "")]
    [InlineData("*,-reply,-x/y", "+typing +draft/react", "+reply +x/y")]
    [InlineData("", "", "+typing +draft/react +reply +x/y")]
    public async Task What_is_denied_is_told_and_left_out_silently(string denied, string gone, string kept)
    {
        await using var server = TestServer.Start();
        server.Settings.Publish(server.Settings.Current with { DeniedTags = new DeniedTags(denied.Split(',', StringSplitOptions.RemoveEmptyEntries)) });
        var tuan = await server.Connect("Tuan", "message-tags echo-message", "#a");
        var token = string.Join(' ', await tuan.Ask("VERSION")).Split(' ').SingleOrDefault(word => word.StartsWith("CLIENTTAGDENY", StringComparison.Ordinal));
        Assert.Equal(denied.Length == 0 ? null : $"CLIENTTAGDENY={denied}", token);

        foreach (var tag in gone.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Empty(await tuan.Ask($"@{tag}=x TAGMSG #a"));
            Assert.DoesNotContain(tag, Assert.Single(await tuan.Ask($"@{tag}=x PRIVMSG #a :said all the same")), StringComparison.Ordinal);
        }
        foreach (var tag in kept.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains($"{tag}=x ", Assert.Single(await tuan.Ask($"@{tag}=x TAGMSG #a")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("typing draft/react", null)]
    [InlineData("* -typing", null)]
    [InlineData("typing *", "*")]
    [InlineData("-typing", "-typing")]
    [InlineData("* typing", "typing")]
    [InlineData("+typing", "+typing")]
    [InlineData("a b;c", "b;c")]
    public void The_list_is_as_the_specification_has_it(string words, string? wrong) => Assert.Equal(wrong, DeniedTags.Wrong(words.Split(' ')));
}
