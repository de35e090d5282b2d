# A static binary, in an image that holds nothing else, run by a user without rights.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /reaffirm .

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /reaffirm /reaffirm
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/reaffirm"]
CMD ["serve", "--listen", ":8080"]
