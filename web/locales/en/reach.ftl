# How far a consultation goes
reach-title = How far this consultation goes
reach-lead = The pages of this site stay public in any case. This choice says what leaves for other servers.
reach-choose = Where may the texts go?
reach-narrower = A published consultation can go less far, never further. What has already left is then recalled: we ask every server that received it to delete it. We cannot force them.
reach-final = It cannot go less far, and cannot go back.
reach-here = Here only
reach-hint-here = Nothing leaves. No other server can follow the consultation, read it automatically or take part in it.
reach-network = The network of territories
reach-hint-network = Texts leave for the servers of recognised collectivities, for those on your list and for those of the collectivities that carry the consultation with you. Only they can read them automatically and take part.
reach-fediverse = The fediverse
reach-hint-fediverse = Texts leave for all servers that follow the consultation, except those you block. All can take part, as set below.
elsewhere-leaves-here = This text stays on this site: nothing of it leaves for other servers.
elsewhere-leaves-network-named = A copy of this text may leave for the servers of the network of territories, with your name: you agreed to that in your account.
elsewhere-leaves-network-unnamed = An excerpt of this text may leave for the servers of the network of territories, without your name.
