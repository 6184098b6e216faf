using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Threading.Channels;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Join;

/// <summary>Turns what is typed into wishes, each said line with an id of its own, and the end of the input into a goodbye unless one stays.</summary>
internal sealed class TypedWishes(TypedLines lines, RoomName room, ChannelWriter<NumberedWish> wishes, TimeProvider clock, bool follows)
{
    /// <summary>Whatever goes wrong with the input reaches the owner through the channel.</summary>
    public async Task Run()
    {
        try
        {
            await WishAll();
            wishes.Complete();
        }
        catch (Exception fault)
        {
            wishes.TryComplete(fault);
        }
    }

    private async Task WishAll()
    {
        while (await lines.Next() is { } typed)
        {
            if (WishOf(typed) is not { } wish)
                continue;
            await wishes.WriteAsync(new NumberedWish(wish, lines.Last));
            if (wish is ClientMessage.Finish)
                return;
        }
        if (!follows)
            await wishes.WriteAsync(new NumberedWish(new ClientMessage.Finish(""), lines.Last));
    }

    private ClientMessage? WishOf(TypedLine typed) => typed switch
    {
        TypedLine.Say t => new ClientMessage.Say(t.To ?? room.Text, t.Text, t.Manner, NewId()),
        TypedLine.Rename t => new ClientMessage.Rename(t.Nick),
        TypedLine.Quit t => new ClientMessage.Finish(t.Farewell),
        TypedLine.Mistake t => new ClientMessage.Mistyped(t.Reason, clock.GetUtcNow()),
        TypedLine.Nothing => null,
    };

    private static UInt128 NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
