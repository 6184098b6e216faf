using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ChatRoom.Server.Transport;

/// <summary>How a Kestrel without the web host begins to listen; one that can't is not left behind.</summary>
internal static class KestrelOpening
{
    /// <returns>Where it really listens, also when it was asked for any free port.</returns>
    /// <exception cref="ListenException">It can't listen there.</exception>
    public static async Task<IPEndPoint> Open<TContext>(
        this KestrelServer kestrel, IHttpApplication<TContext> application, IPEndPoint endPoint, CancellationToken cancelled)
        where TContext : notnull
    {
        await kestrel.OpenAt(endPoint, application, cancelled).ConfigureAwait(false);
        var address = new Uri(kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        return new IPEndPoint(endPoint.Address, address.Port);
    }

    /// <param name="place">How a failure names it.</param>
    public static async Task OpenAt<TContext>(this KestrelServer kestrel, object place, IHttpApplication<TContext> application, CancellationToken cancelled)
        where TContext : notnull
    {
        try
        {
            await kestrel.StartAsync(application, cancelled).ConfigureAwait(false);
        }
        catch (Exception wrong)
        {
            kestrel.Dispose();
            if (wrong is IOException or SocketException)
                throw new ListenException(place, wrong);
            throw;
        }
    }
}
